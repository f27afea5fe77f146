/** The package's schemas come without types. Each export is looked up by its name and checked to be a schema. */
declare module 'discord-api-spec/zod';
