import { expect } from 'playwright/test';
import { GatePage } from './gate-page.mjs';

/** The test page of permissions, by the names a person would use. */
export class PermissionPage {
  constructor(page) {
    this.page = page;
    this.gate = new GatePage(page);
    this.prompt = page.locator('ming-permission-prompt');
    this.question = this.prompt.locator('[part="dialog"]');
    this.agree = this.question.getByRole('button', { name: '同意', exact: true });
    this.refuse = this.question.getByRole('button', { name: '不同意', exact: true });
    this.banner = this.prompt.locator('.banner');
    this.result = this.prompt.locator('.result');
  }

  /** Opens the page and agrees to the general policy. `query` is added to its address. */
  async open(origin, query = '') {
    await this.gate.open(`${origin}/bank.html?policy=/policies/traps.json${query}`);
    await this.gate.pressAgree();
    await this.gate.expectStatus({ decision: 'granted' });
  }

  /** Starts a function by its button. */
  async start(name) {
    await this.page.locator('output').evaluate((output) => (output.textContent = ''));
    await this.page.getByRole('button', { name }).click();
  }

  /** One press on our own 同意. */
  async pressAgree() {
    await expect(this.agree).not.toHaveAttribute('aria-disabled', 'true');
    await this.agree.click();
  }

  /** What came of it, as the page wrote it down. */
  async outcome() {
    const output = this.page.locator('output');
    await expect(output).not.toBeEmpty();
    return JSON.parse(await output.textContent());
  }

  /** Starts a function, agrees to our question, and resolves with what came of it. */
  async ask(name) {
    await this.start(name);
    await this.pressAgree();
    return this.outcome();
  }

  async closeResult() {
    await this.result.getByRole('button', { name: '关闭' }).click();
    await expect(this.result).toHaveCount(0);
  }
}
