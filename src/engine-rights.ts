import { prepareAct } from './consent/prepare-act.js';
import { profileOf } from './consent/profile-of.js';
import { RightsDesk } from './consent/rights/desk.js';
import type { RightAnswer, RightDetails, RightKind } from './consent/rights/model.js';
import type { Inside } from './engine-inside.js';
import { own } from './own.js';

/** The other rights of a person: recorded, and handed to the app. */
export class Rights {
  readonly #inside: Inside;

  constructor(inside: Inside) {
    this.#inside = inside;
  }

  /** See `ConsentEngine.requestRight`. */
  async requestRight(kind: RightKind, given: RightDetails): Promise<RightAnswer> {
    const { parts, listeners, checkAlive } = this.#inside;
    const asking = await this.#inside.asking();
    const rights = new RightsDesk(asking.parts, await profileOf(own(parts.given, 'profile')));
    const act = await prepareAct({ desk: asking.desk, platform: parts.platform, checkAlive }, given);
    const details = own(given, 'details');
    const { answer, right } = rights.request({
      kind,
      details: typeof details === 'string' ? details : undefined,
      act,
    });
    listeners.tell({ type: 'right', event: answer.event, right });
    const { deadline, source, way } = right;
    return { ...answer, source, ...(deadline !== undefined && { deadline }), ...(way && { way }) };
  }
}
