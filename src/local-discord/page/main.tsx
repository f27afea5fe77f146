/** Starts the page in the browser. */
import { render } from 'preact';
import { applyTheme, currentTheme } from './theme.js';
import { App } from './view/app.js';

const place = document.getElementById('page');
if (place === null) throw new Error('The document has no place for the page.');
applyTheme(currentTheme());
render(<App />, place);
