import { openAt } from '@test/screen';
import { Refusal } from '@test/server';
import { campaign, preflight } from '@test/world/campaigns';
import { cleanup, screen, waitFor } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { describe, expect, it } from 'vitest';

describe('the last look', () => {
  it('lets one look closer before sending: a test, a sample, one person', async () => {
    const { sent } = openAt('/setup-campaign/8?step=check', {
      'POST /api/v1/campaigns/8/test': { items: [{ phone: '+919800000001', outcome: 'ACCEPTED' }] },
      'POST /api/v1/campaigns/8/preview': [{ contactId: 11, preview: { body: 'Hello *Asha*' } }],
      'GET /api/v1/campaigns/8/why': { explanation: 'Asha has opted out.' },
    });
    await userEvent.click(await screen.findByRole('button', { name: 'Send it to myself first' }));
    await userEvent.type(await screen.findByLabelText('Phones for the test'), '+91 98000 00001');
    await userEvent.click(screen.getByRole('button', { name: 'Send the test' }));
    expect(await screen.findByText('+919800000001: on its way')).toBeVisible();
    expect(sent.find((s) => s.path.endsWith('/test'))?.body).toEqual({ phones: ['+91 98000 00001'] });

    await userEvent.click(screen.getByRole('button', { name: 'What the first people would read' }));
    expect(await screen.findByText('Asha', { selector: 'strong' })).toBeVisible();

    await userEvent.click(screen.getByRole('button', { name: 'Does somebody in particular get it?' }));
    await userEvent.type(await screen.findByLabelText('Phone of the person'), '+919800000002{Enter}');
    expect(await screen.findByText('Asha has opted out.')).toBeVisible();
  });

  it('leads from a problem to the step where it is mended', async () => {
    const problems = [{ code: 'NO_AUDIENCE', message: 'Choose who gets it', field: 'audience' }];
    const { router } = openAt('/setup-campaign/8?step=check', {
      'POST /api/v1/campaigns/8/preflight': { ...preflight, ready: false, problems },
    });
    await userEvent.click(await screen.findByRole('button', { name: 'Fix in People' }));
    expect(router.state.location.search).toBe('?step=people');
  });

  it('says that nobody gets anything from the sandbox, and nothing of it elsewhere', async () => {
    openAt('/setup-campaign/8?step=check');
    expect(await screen.findByText(/^This is the sandbox: nobody gets a real message/)).toBeVisible();
    cleanup();
    openAt('/setup-campaign/8?step=check', { 'GET /api/v1/sandbox': new Refusal(404, 'There is no sandbox') });
    await screen.findByRole('button', { name: 'Send to 236' });
    expect(screen.queryByText(/^This is the sandbox/)).toBeNull();
  });

  it('does not send while something stands in the way', async () => {
    const problems = [{ code: 'NO_AUDIENCE', message: 'Choose who gets it', field: 'audience' }];
    openAt('/setup-campaign/8?step=check', {
      'POST /api/v1/campaigns/8/preflight': { ...preflight, ready: false, problems },
    });
    expect(await screen.findByRole('button', { name: 'Send to 236' })).toBeDisabled();
  });

  it('launches to no more people than were shown, after the warnings are ticked', async () => {
    const warnings = [{ code: 'LIMIT', message: 'Takes more than a day' }];
    const { router, sent } = openAt('/setup-campaign/8?step=check', {
      'POST /api/v1/campaigns/8/preflight': { ...preflight, warnings },
      'POST /api/v1/campaigns/8/launch': { ...campaign, id: 8, state: 'PREPARING' },
    });
    const send = await screen.findByRole('button', { name: 'Send to 236' });
    expect(send).toBeDisabled();
    await userEvent.click(screen.getByRole('checkbox', { name: 'Takes more than a day' }));
    await userEvent.click(send);
    await waitFor(() => expect(router.state.location.pathname).toBe('/campaigns/8'));
    expect(sent.find((s) => s.path.endsWith('/launch'))?.body).toEqual({ expect: { maxRecipients: 236 } });
  });
});
