import { expectAccessible, openAt } from '@test/screen';
import { segment } from '@test/world/audiences';
import { screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { describe, expect, it } from 'vitest';

describe('segments', () => {
  it('counts who meets the conditions as they change', async () => {
    const { sent } = openAt('/segments/new');
    expect(await screen.findByTestId('matched')).toHaveTextContent('240 people');
    await userEvent.click(await screen.findByRole('button', { name: 'Add a condition' }));
    await userEvent.click(await screen.findByRole('menuitem', { name: 'Tag' }));
    expect(screen.getByText('Fill in every condition to count.')).toBeVisible();
    await userEvent.type(await screen.findByRole('textbox', { name: 'Tag' }), 'vip');
    await waitFor(() => {
      const asked = sent.findLast((s) => s.path === '/api/v1/segments/preview');
      expect(asked?.body).toMatchObject({ filter: { type: 'all', of: [{ type: 'tag', tag: 'vip' }] } });
    });
  });

  it('leads from its numbers to the people', async () => {
    openAt('/segments/4');
    const filterOf = (link: HTMLElement) =>
      JSON.parse(new URLSearchParams(link.getAttribute('href')?.split('?')[1]).get('filter') ?? '');
    expect(filterOf(await screen.findByRole('link', { name: '240 people' }))).toEqual(segment.filter);
    expect(filterOf(screen.getByRole('link', { name: '4' }))).toEqual({
      type: 'all',
      of: [segment.filter, { type: 'property', path: 'contact.consent.marketing', op: 'EQ', value: 'UNKNOWN' }],
    });
  });

  it('says the opposite with “not”, and saves under a name', async () => {
    const { sent, router } = openAt('/segments/new');
    await userEvent.type(await screen.findByRole('textbox', { name: 'Name of the segment' }), 'Not vip');
    await userEvent.click(await screen.findByRole('button', { name: 'Add a condition' }));
    await userEvent.click(await screen.findByRole('menuitem', { name: 'Tag' }));
    const condition = screen.getByRole('group', { name: 'Condition 1' });
    await userEvent.type(await within(condition).findByRole('textbox', { name: 'Tag' }), 'vip');
    await userEvent.click(within(condition).getByRole('checkbox', { name: 'not' }));
    await userEvent.click(screen.getByRole('button', { name: 'Save' }));
    await waitFor(() => expect(router.state.location.pathname).toBe('/segments/4'));
    expect(sent.find((s) => s.method === 'POST' && s.path === '/api/v1/segments')?.body).toEqual({
      name: 'Not vip',
      filter: { type: 'all', of: [{ type: 'not', of: { type: 'tag', tag: 'vip' } }] },
    });
  });

  it('shows what a saved one is made of', async () => {
    openAt('/segments/4');
    expect(await screen.findByDisplayValue(segment.name)).toBeVisible();
    expect(await screen.findByDisplayValue('Pune')).toBeVisible();
  });

  it.each(['/segments', '/segments/4'])('is accessible at %s', async (at) => {
    const { container } = openAt(at);
    await screen.findByRole('heading', { level: 1 });
    await waitFor(() => expect(screen.queryByRole('status', { name: 'Loading' })).toBeNull());
    await expectAccessible(container);
  });
});
