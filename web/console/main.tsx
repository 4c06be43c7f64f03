import { createRoot } from 'react-dom/client';
import '../ui/tokens.css';
import './desk.css';
import { Desk } from './shell/desk.tsx';
import { nonceEveryStyle } from './shell/nonce.ts';

nonceEveryStyle();

const root = document.getElementById('desk');
if (!root) throw new Error('index.html has no #desk');
createRoot(root).render(<Desk />);
