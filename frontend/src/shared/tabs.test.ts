import { afterEach, expect, it, vi } from 'vitest';
import { sharedByTabs } from './tabs';

type Granted = () => Promise<void>;

/** A browser that grants each lock when it is told to, also one that was given up meanwhile. */
function slowLocks(): Granted[] {
  const asked: Granted[] = [];
  vi.stubGlobal('navigator', {
    locks: {
      request: (_name: string, _options: LockOptions, granted: Granted) => {
        asked.push(granted);
        return new Promise(() => undefined);
      },
    },
  });
  return asked;
}

afterEach(() => vi.unstubAllGlobals());

it('lets nobody lead who left while the lock was on its way', async () => {
  const asked = slowLocks();
  const lead = vi.fn(() => () => undefined);
  sharedByTabs('left', lead, () => undefined).leave();
  const tab = sharedByTabs('left', lead, () => undefined);
  await asked[0]?.();
  expect(lead).not.toHaveBeenCalled();
  void asked[1]?.();
  expect(lead).toHaveBeenCalledOnce();
  tab.leave();
});
