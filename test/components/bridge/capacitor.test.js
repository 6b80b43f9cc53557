import { expect } from '@open-wc/testing';
import { HostDesk } from '../../../dist/src/bridge/desk.js';
import { hostMessage } from '../../../dist/src/bridge/host-message.js';
import { hostContract, sampleMessage } from '../../support/host-contract.js';
import { nativeEnds } from '../../support/native-ends.js';
import { nativeKit } from '../../support/native-kit.js';

const bridge = { HostDesk, hostMessage };
const end = nativeEnds['capacitor'];

describe('a page in an app, over the real client: capacitor', () => {
  for (const { name, run } of hostContract(nativeKit(end), bridge)) it(name, run);

  it('is of the platform Capacitor names', async () => {
    const { host, native } = await nativeKit(end).create();
    expect(host.channel).to.equal('android');
    host.close();
    native.end();
  });

  it('is not there where the app has no such plugin', async () => {
    const { host, native } = await nativeKit(end).create();
    host.close();
    window.Capacitor.PluginHeaders = [];
    const { capacitorHost } = await import('../../../dist/src/bridge/hosts/capacitor.js');
    const other = capacitorHost({ plugin: window.Capacitor.registerPlugin('Other'), name: 'Other' });
    expect(await other.isPresent()).to.equal(false);
    other.close();
    native.end();
  });

  it('is not there in a browser, where Capacitor runs as a web app', async () => {
    const other = end.make();
    expect(await other.isPresent()).to.equal(false);
    expect(await other.send(sampleMessage(bridge))).to.equal('unsupported');
  });
});
