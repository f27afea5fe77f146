/**
 * People under names that mean nothing: a keyed hash, different for each receipt, so that nobody's questions can be put
 * together. Whoever has the file has the secret too and could try all ids: it keeps honest people honest, and backups dull.
 */
import { createHmac, randomBytes } from 'node:crypto';
import { z } from 'zod';
import type { Database } from './database.js';

const SECRET_BYTES = 32;
const DIGITS = 32;

const rowsSchema = z.array(z.object({ secret: z.string().min(1) }));

/** @param purpose - a vote cannot be compared with a question. */
export function pseudonymOf(
  database: Database,
  purpose: 'asker' | 'voter',
  receiptId: string,
  personId: string,
): string {
  return createHmac('sha256', secretOf(database))
    .update(JSON.stringify([purpose, receiptId, personId]))
    .digest('hex')
    .slice(0, DIGITS);
}

/** Made when it is first needed. Read anew each time: a damaged database is replaced, with its secret. */
function secretOf(database: Database): string {
  const read = () => rowsSchema.parse(database.all('select secret from secrets order by seq limit 1'))[0];
  const known = read();
  if (known !== undefined) return known.secret;
  const secret = randomBytes(SECRET_BYTES).toString('hex');
  database.run('insert into secrets (secret) select ? where not exists (select 1 from secrets)', secret);
  return read()?.secret ?? secret;
}
