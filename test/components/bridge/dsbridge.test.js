import { expect } from '@open-wc/testing';
import { HostDesk } from '../../../dist/src/bridge/desk.js';
import { hostMessage } from '../../../dist/src/bridge/host-message.js';
import { hostContract, sampleMessage } from '../../support/host-contract.js';
import { nativeEnds } from '../../support/native-ends.js';
import { nativeKit } from '../../support/native-kit.js';

const bridge = { HostDesk, hostMessage };
const end = nativeEnds['dsbridge'];

describe('a page in an app, over the real client: dsbridge', () => {
  for (const { name, run } of hostContract(nativeKit(end), bridge)) it(name, run);

  it('is not there where the app registered no such method, though the client is', async () => {
    const { host, native } = await nativeKit(end).create();
    host.close();
    const { dsBridgeHost } = await import('../../../dist/src/bridge/hosts/dsbridge.js');
    const other = dsBridgeHost({ method: 'other.postMessage' });
    expect(await other.isPresent()).to.equal(false);
    other.close();
    native.end();
  });

  it('is not there where the page is in no app, though the client is', async () => {
    const { host, native } = await nativeKit(end).create();
    host.close();
    Reflect.deleteProperty(window, '_dsbridge');
    const other = end.make();
    expect(await other.isPresent()).to.equal(false);
    expect(await other.send(sampleMessage(bridge))).to.equal('unsupported');
    native.end();
  });
});
