import type { PermissionRequester } from '../port.js';
import { granted } from './granted.js';
import { noDeviceIf } from './no-device-if.js';
import { webRequester } from './web-requester.js';

/** Which devices the chooser lists, as for `navigator.bluetooth.requestDevice`. */
export interface BluetoothOptions {
  readonly filters?: readonly {
    readonly name?: string;
    readonly namePrefix?: string;
    readonly services?: readonly (string | number)[];
  }[];
  readonly acceptAllDevices?: boolean;
  readonly optionalServices?: readonly (string | number)[];
}

/** What the chooser gives: a `BluetoothDevice`; `@types/web-bluetooth` has all of it. */
export interface PickedBluetoothDevice extends EventTarget {
  readonly id: string;
  readonly name?: string;
}

interface Bluetooth {
  requestDevice(options: BluetoothOptions): Promise<PickedBluetoothDevice>;
  getAvailability(): Promise<boolean>;
}

const bluetooth = (): Bluetooth => (navigator as Navigator & { readonly bluetooth: Bluetooth }).bluetooth;

/**
 * Lets the person pick a Bluetooth device. `options` say which are listed; all of them by default. Where the chooser is closed
 * it is `dismissed`, whether there were devices in it cannot be seen; where this device has no Bluetooth, `no-device`.
 */
export const bluetoothRequester = (
  options: BluetoothOptions = { acceptAllDevices: true },
): PermissionRequester<PickedBluetoothDevice> =>
  webRequester({
    kind: 'bluetooth',
    api: () => bluetooth(),
    method: 'requestDevice',
    state: 'bluetooth',
    feature: 'bluetooth',
    ends: { NotFoundError: 'dismissed' },
    ask: () =>
      bluetooth()
        .requestDevice(options)
        .then(
          granted,
          noDeviceIf('NotFoundError', () => bluetooth().getAvailability()),
        ),
  });
