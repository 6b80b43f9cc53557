/** The address of the one device there is. */
const ADDRESS = '09:09:09:09:09:09';

/** A Bluetooth adapter that is not real, with one device near it, in a whole browser. */
export async function plugInBluetooth(browser, name) {
  const session = await browser.newBrowserCDPSession();
  await session.send('BluetoothEmulation.enable', { state: 'powered-on', leSupported: true });
  const device = { address: ADDRESS, name, manufacturerData: [], knownServiceUuids: [] };
  await session.send('BluetoothEmulation.simulatePreconnectedPeripheral', device);
}

/** Answers the page's next device chooser, once: a second answer ends the browser, and the event repeats. */
export async function answerChooser(page, choice) {
  const session = await page.context().newCDPSession(page);
  await session.send('DeviceAccess.enable');
  session.once('DeviceAccess.deviceRequestPrompted', ({ id, devices }) =>
    choice === 'select'
      ? session.send('DeviceAccess.selectPrompt', { id, deviceId: devices[0].id })
      : session.send('DeviceAccess.cancelPrompt', { id }),
  );
}
