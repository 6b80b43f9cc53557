import { expect } from 'playwright/test';
import { GatePage } from './gate-page.mjs';

/** One of the elements that ask, by what a person sees of it. */
class Question {
  constructor(element) {
    this.element = element;
    this.dialog = element.getByRole('dialog');
    this.agree = this.dialog.getByRole('button', { name: /^(同意|Agree)$/ });
    this.refuse = this.dialog.getByRole('button', { name: /^(不同意|Refuse)$/ });
    this.close = this.dialog.getByRole('button', { name: /^(关闭|Close)$/ });
  }

  async pressAgree() {
    await expect(this.agree).not.toHaveAttribute('aria-disabled', 'true');
    await this.agree.click();
  }

  async pressRefuse() {
    await this.refuse.click();
  }

  /** Closes what says why the system did not allow it, or why an address is never opened. */
  async pressClose() {
    await this.close.click();
    await expect(this.dialog).toHaveCount(0);
  }
}

/** The sample bank, by the names a person would use. */
export class DemoPage {
  constructor(page, address) {
    this.page = page;
    this.address = address;
    this.gate = new GatePage(page);
    this.permission = new Question(page.locator('ming-permission-prompt'));
    this.jump = new Question(page.locator('ming-jump-confirm'));
    this.view = page.locator('main');
  }

  /** Opens a view, the general policy agreed to. `query` is added to the address. */
  async open(view, query = '') {
    await this.gate.open(`${this.address}${query}`);
    await this.gate.pressAgree();
    await expect(this.gate.dialog).toBeHidden();
    if (view) await this.page.evaluate((name) => (location.hash = name), view);
  }

  /** Presses a button of the view that starts a function. */
  start(name) {
    return this.view.getByRole('button', { name, exact: true }).click();
  }

  link(name) {
    return this.view.getByRole('link', { name });
  }

  /** The events of permissions and jumps, as the ledger has them. */
  async answers() {
    const events = await this.gate.history();
    return events
      .filter(({ request }) => request.kind !== 'general')
      .map(({ request, decision, platform }) => [request.id, decision, platform?.verdict]);
  }
}
