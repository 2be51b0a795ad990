import '@nadhir/kit/theme.css';
import { entryOf, translate } from '@nadhir/kit';
import { render } from 'preact';

const root = document.getElementById('app');
if (root) render(<h1>{translate(entryOf('app.console'), 'ar')}</h1>, root);
