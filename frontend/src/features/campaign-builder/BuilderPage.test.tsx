import { expectAccessible, openAt } from '@test/screen';
import { draft } from '@test/world/campaigns';
import { Refusal } from '@test/server';
import { template } from '@test/world/templates';
import { screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { describe, expect, it } from 'vitest';

describe('builder', () => {
  it('creates the draft at the first choice and keeps its address', async () => {
    const { router, sent } = openAt('/setup-campaign');
    await userEvent.click(await screen.findByRole('radio', { name: /spring_sale/ }));
    await waitFor(() => expect(router.state.location.pathname).toBe('/setup-campaign/9'));
    const created = sent.find((s) => s.method === 'POST' && s.path === '/api/v1/campaigns');
    expect(created?.body).toMatchObject({ senderIds: [1], content: [{ templateId: 3 }], schedule: { type: 'NOW' } });
    expect(await screen.findByText('Saved as draft')).toBeVisible();
    expect(screen.getByRole('radio', { name: /spring_sale/ })).toBeChecked();
  });

  it('brings the focus to the heading of the step that one goes to, by whatever way', async () => {
    openAt('/setup-campaign/8');
    await userEvent.click(await screen.findByRole('button', { name: 'Next: People' }));
    expect(await screen.findByRole('heading', { name: 'People' })).toHaveFocus();
    await userEvent.click(screen.getByRole('link', { name: 'Send it to myself' }));
    expect(await screen.findByRole('heading', { name: 'Check' })).toHaveFocus();
  });

  it('ticks a step once one was there, not before', async () => {
    openAt('/setup-campaign/8');
    const steps = within(await screen.findByRole('navigation', { name: 'Steps' }));
    await waitFor(() => expect(steps.getByRole('button', { name: 'done Message' })).toBeVisible());
    expect(steps.getByRole('button', { name: '3 When' })).toBeVisible();
    await userEvent.click(steps.getByRole('button', { name: '3 When' }));
    expect(await steps.findByRole('button', { name: 'done When' })).toBeVisible();
    expect(steps.getByRole('button', { name: '4 Check' })).toBeVisible();
  });

  it('leads from any step to a test, to the first people, and to how the finish time comes about', async () => {
    const { router } = openAt('/setup-campaign/8');
    await userEvent.click(await screen.findByRole('link', { name: 'Send it to myself' }));
    expect(router.state.location.search).toBe('?step=check&look=test');
    expect(await screen.findByLabelText('Phones for the test')).toBeVisible();
    await userEvent.click(screen.getByRole('link', { name: /^done about/ }));
    expect(await screen.findByText(/^236 messages at 80 a second take about 3 s/)).toBeVisible();
    expect(screen.getByRole('link', { name: '236 of 240 people' })).toHaveAttribute(
      'href',
      expect.stringContaining('look=sample'),
    );
  });

  it('shows the pause for low quality as on for marketing only', async () => {
    const utility = { ...template, category: 'UTILITY' };
    openAt('/setup-campaign/8?step=when', { 'GET /api/v1/templates/3': utility });
    await userEvent.click(await screen.findByRole('button', { name: 'Advanced' }));
    expect(await screen.findByLabelText(/rates the number or the template low/)).not.toBeChecked();
  });

  it('says when the draft could not be saved because somebody else changed it', async () => {
    openAt('/setup-campaign/8', { 'PUT /api/v1/campaigns/8': new Refusal(412, 'Stale') });
    await userEvent.type(await screen.findByRole('textbox', { name: 'Name of the campaign' }), '!');
    expect(await screen.findByText('Somebody else has changed this campaign meanwhile.')).toBeVisible();
  });

  it('leads to the live page once the campaign is launched', async () => {
    const { router } = openAt('/setup-campaign/7');
    await waitFor(() => expect(router.state.location.pathname).toBe('/campaigns/7'));
  });

  it.each(['message', 'people', 'when', 'check'])('is accessible at the step %s', async (step) => {
    const hours = { from: '09:00', to: '21:00', days: ['MON'], timezone: 'Asia/Kolkata' };
    const { container } = openAt(`/setup-campaign/8?step=${step}`, {
      'GET /api/v1/campaigns/8': { ...draft, delivery: { ...draft.delivery, hours } },
    });
    await screen.findByText('236 of 240 people');
    await expectAccessible(container);
  });
});
