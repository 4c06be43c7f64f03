import { createRoot } from 'react-dom/client';
import '../ui/tokens.css';
import './desk.css';
import './shell/shell.css';
import './shell/lists.css';
import './morning/morning.css';
import './campaigns/forms.css';
import './hand-over/hand-over.css';
import './figures/figures.css';
import './sign-in/sign-in.css';
// Last, so that they have the last word.
import './shell/phone.css';
import './shell/print.css';
import { Desk } from './shell/desk.tsx';
import { nonceEveryStyle } from './shell/nonce.ts';

nonceEveryStyle();

const root = document.getElementById('desk');
if (!root) throw new Error('index.html has no #desk');
createRoot(root).render(<Desk />);
