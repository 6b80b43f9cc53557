import { ConsentError } from '../../errors.js';
import { hasMethods } from '../../own.js';
import type { Delivery, Host, HostCapabilities, HostMemory, HostMessage } from '../port.js';
import { pageMemory, pageTimer, whenResumed } from './page.js';
import { receiptAddress } from './receipt.js';

/** How long a message needs on its way before the page may be left, in ms: leaving at once loses it on some hosts. */
const leaveDelay = 120;
/** How long the container may take to say whether it took a call, in ms. Some never say. */
const callDeadline = 500;

export interface MiniProgramOptions {
  /** The vendor's client (`wx.miniProgram`, `my`, …) where it is imported. Default: the global one its script makes. */
  readonly client?: object;
  /**
   * A page of the mini-program (`/pages/consent`) that is opened with each new choice as a receipt in its query: the only way
   * that arrives at once on most hosts. No tab page: those take no query. Default: none, the message alone.
   */
  readonly page?: string;
  /** For which choices `page` is opened. Default: each. A choice sent again never opens it. */
  readonly opens?: (message: HostMessage) => boolean;
  /** Where acknowledged ids are kept. Default `localStorage`. */
  readonly memory?: () => HostMemory;
}

/** A mini-program around this page. */
export interface MiniProgramHost extends Host {
  /** Opens a page of the mini-program. Rejects `host/absent`, and `host/page-not-opened` where the container refuses. */
  openPage(address: string): Promise<void>;
  /** Goes back into the mini-program, 120 ms later: what was handed over just before arrives. Rejects `host/absent`. */
  leave(delta?: number): Promise<void>;
}

/** What is special to one vendor. */
export interface Vendor {
  readonly name: string;
  /** The client there is now. */
  readonly find: () => unknown;
  /** Whether this page runs inside, asked once; `find` is looked at afterwards. */
  readonly isInside: (hasClient: () => boolean) => boolean | Promise<boolean>;
  /** Hands a message over. Default: by `postMessage({data})`, never acknowledged. */
  readonly send?: (message: HostMessage) => Promise<Delivery>;
  readonly capabilities?: HostCapabilities;
}

/** What nobody acknowledges: it waits in the container until the page is left, and is gone with the app. */
const deferred: HostCapabilities = {
  acknowledges: false,
  immediate: false,
  twoWay: false,
  maxBytes: 1000,
  durability: 'memory',
};

/** The host of one vendor's mini-program. */
export const miniProgramHost = (vendor: Vendor, options: MiniProgramOptions): MiniProgramHost => {
  const find = (): unknown => options.client ?? vendor.find();
  const call = (name: string, given: object): Promise<boolean | undefined> =>
    callContainer(find(), name, given);
  const openPage = async (url: string): Promise<void> => {
    if ((await call('navigateTo', { url })) !== false) return;
    throw new ConsentError('host/page-not-opened', 'The mini-program did not open the page.', url);
  };
  const post = async (data: HostMessage): Promise<Delivery> =>
    (await call('postMessage', { data })) === false ? 'unsupported' : 'queued';
  return {
    name: vendor.name,
    channel: 'mini-program',
    capabilities: vendor.capabilities ?? deferred,
    memory: options.memory ?? pageMemory,
    isPresent: async () => {
      const hasClient = (): boolean => hasMethods(find(), ['postMessage']);
      return (await vendor.isInside(hasClient)) && hasClient();
    },
    send: async (message, { again } = { again: false }) => {
      const sent = (vendor.send ?? post)(message);
      if (options.page === undefined || again || options.opens?.(message) === false) return sent;
      sent.catch(() => undefined);
      await openPage(receiptAddress(options.page, message));
      return sent;
    },
    resumed: whenResumed,
    openPage,
    leave: async (delta = 1) => {
      await new Promise<void>((resolve) => void pageTimer(resolve, leaveDelay));
      await call('navigateBack', { delta });
    },
    close: () => undefined,
  };
};

/**
 * Calls the client, synchronously. Resolves with what the container said of it: taken, refused, or nothing within 500 ms.
 * Rejects `host/absent` where there is no such method.
 */
export const callContainer = (client: unknown, name: string, given: object): Promise<boolean | undefined> =>
  new Promise((resolve) => {
    callClient(client, name, { ...given, success: () => resolve(true), fail: () => resolve(false) });
    pageTimer(() => resolve(undefined), callDeadline);
  });

/** Calls a method of the client. Throws `host/absent` where there is none. */
export const callClient = (client: unknown, name: string, given: object): void => {
  if (!hasMethods(client, [name])) throw new ConsentError('host/absent', `There is no ${name} here.`, name);
  (client[name] as (options: object) => void)(given);
};
