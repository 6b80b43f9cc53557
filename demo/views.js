import { bills, transactions, wealth } from './views/account.js';
import * as alerts from './views/alerts.js';
import * as branches from './views/branches.js';
import * as home from './views/home.js';
import * as insurance from './views/insurance.js';
import * as ledger from './views/ledger.js';
import * as me from './views/me.js';
import * as notices from './views/notices.js';
import * as partners from './views/partners.js';
import * as privacy from './views/privacy.js';
import * as rates from './views/rates.js';
import * as receipt from './views/receipt.js';
import * as requires from './views/requires.js';
import * as risky from './views/risky-links.js';
import * as scan from './views/scan.js';
import * as security from './views/security.js';
import * as service from './views/video-service.js';
import * as transfer from './views/transfer.js';

const ACCOUNT = { transfer, transactions, bills, wealth };
const FUNCTIONS = { scan, receipt, security, service, alerts, requires };
const OPEN = { home, branches, rates, notices, partners, insurance, me, privacy, ledger, risky };

/** Every view by the name it has in the address: `{title, render(screen), needsConsent}`. */
export const VIEWS = { ...OPEN, ...ACCOUNT, ...FUNCTIONS };
