import { expectAccessible, openAt } from '@test/screen';
import { Refusal } from '@test/server';
import { screen, waitFor } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { describe, expect, it } from 'vitest';

describe('sandbox', () => {
  it('turns a share, which people write in percent', async () => {
    const { sent } = openAt('/sandbox');
    const field = await screen.findByLabelText('Fail');
    await userEvent.clear(field);
    await userEvent.type(field, '25');
    await userEvent.click(screen.getByRole('button', { name: 'Turn the knobs' }));
    await waitFor(() =>
      expect(sent.find((s) => s.method === 'PUT')?.body).toMatchObject({ failedShare: 0.25, seed: 1 }),
    );
  });

  it('has no entry in the sidebar where a real Meta is configured', async () => {
    openAt('/groups', { 'GET /api/v1/sandbox': new Refusal(404, 'There is no sandbox') });
    await screen.findByText('Regulars');
    expect(screen.queryByRole('link', { name: 'Sandbox' })).toBeNull();
  });

  it('is accessible', async () => {
    const { container } = openAt('/sandbox');
    await screen.findByLabelText('Fail');
    await expectAccessible(container);
  });
});
