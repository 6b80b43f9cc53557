import { expect } from 'playwright/test';

/** What a person meets on a page with a consent gate, by the names they would use. */
export class GatePage {
  constructor(page) {
    this.page = page;
    this.gate = page.locator('ming-consent-gate').first();
    this.dialog = this.gate.getByRole('dialog');
    this.agree = this.dialog.getByRole('button', { name: /^(同意|Agree)$/ });
    this.refuse = this.dialog.getByRole('button', { name: /^(不同意|Refuse)$/ });
    this.entry = this.gate.getByRole('button', { name: /^(查看并同意|Read and agree)$/ });
    this.centre = page.locator('ming-privacy-center');
  }

  async open(url) {
    await this.page.goto(url);
    await this.page.waitForFunction(() => customElements.get('ming-consent-gate') !== undefined);
  }

  async expectAsking() {
    await expect(this.agree).toBeVisible();
    await expect(this.refuse).toBeVisible();
  }

  async expectNotAsking() {
    await this.page.waitForFunction(() => {
      const { engine } = document.querySelector('ming-provider');
      return engine && engine.status(engine.policies[0].id).decision !== 'unknown';
    });
    await this.page.waitForTimeout(300);
    await expect(this.agree).toBeHidden();
  }

  async pressAgree() {
    await expect(this.agree).not.toHaveAttribute('aria-disabled', 'true');
    await this.agree.click();
  }

  /** Refuses; what still works is then said on the page, beside the entry. */
  async pressRefuse() {
    await this.refuse.click();
    await expect(this.dialog).toBeHidden();
    await expect(this.entry).toBeVisible();
  }

  status() {
    return this.page.evaluate(() => {
      const { engine } = document.querySelector('ming-provider');
      return engine.status(engine.policies[0].id);
    });
  }

  /** Waits until the status has these fields: what an answer is kept in is known a moment after it. */
  expectStatus(fields) {
    return expect.poll(() => this.status()).toMatchObject(fields);
  }

  /** Every event in the ledger, as the engine reads it. */
  history() {
    return this.page.evaluate(() => document.querySelector('ming-provider').engine.history());
  }

  ledger() {
    return this.page.evaluate(async () =>
      JSON.parse(await document.querySelector('ming-provider').engine.export('json')),
    );
  }
}
