import { expectAccessible, openAt } from '@test/screen';
import { draft, preflight } from '@test/world/campaigns';
import { inTwoLanguages } from '@test/world/languages';
import { hindiTemplate, template } from '@test/world/templates';
import { screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { describe, expect, it } from 'vitest';

describe('texts of several languages', () => {
  it('keeps every text of a draft that has several, and lets one work on each', async () => {
    const { router, sent } = openAt('/setup-campaign/8', inTwoLanguages());
    const tabs = within(await screen.findByRole('tablist', { name: 'Texts' }));
    expect(tabs.getByRole('tab', { name: 'For everybody else' })).toHaveAttribute('aria-selected', 'true');
    await userEvent.click(tabs.getByRole('tab', { name: 'For people who speak Hindi' }));
    expect(router.state.location.search).toBe('?text=2');
    const phone = screen.getByRole('region', { name: 'Preview on a phone' });
    await waitFor(() => expect(phone).toHaveTextContent('नमस्ते there'));
    expect(screen.getByRole('radio', { name: /spring_sale/, checked: true })).toHaveTextContent('Marketing · Hindi');
    const fallback = screen.getByRole('textbox', { name: 'Text {{1}}: fallback' });
    await userEvent.clear(fallback);
    await userEvent.type(fallback, 'मित्र');
    await waitFor(() =>
      expect(sent.findLast((s) => s.method === 'PUT')?.body).toMatchObject({
        content: [
          draft.content[0],
          { templateId: 5, when: { languages: ['hi'] }, variables: { 'body.1': { fallback: 'मित्र' } } },
        ],
      }),
    );
    await userEvent.click(screen.getByRole('button', { name: 'Remove this text' }));
    await waitFor(() =>
      expect(sent.findLast((s) => s.method === 'PUT')?.body).toMatchObject({ content: draft.content }),
    );
    expect(screen.queryByRole('tablist', { name: 'Texts' })).toBeNull();
  });

  it('adds a text for another language, with what the first says of its variables', async () => {
    const { router, sent } = openAt('/setup-campaign/8', { ...inTwoLanguages(), 'GET /api/v1/campaigns/8': draft });
    await userEvent.click(await screen.findByRole('combobox', { name: 'Add a text for another language' }));
    await userEvent.click(await screen.findByRole('option', { name: 'spring_sale (Hindi)' }));
    expect(await screen.findByRole('tab', { name: 'For people who speak Hindi', selected: true })).toBeVisible();
    expect(router.state.location.search).toBe('?text=2');
    await waitFor(() =>
      expect(sent.findLast((s) => s.method === 'PUT')?.body).toMatchObject({
        content: [
          { templateId: 3 },
          { templateId: 5, when: { languages: ['hi'] }, variables: { 'body.1': { path: 'contact.name' } } },
        ],
      }),
    );
  });

  it('leads from a problem of one text to that text, and shows each text beside the other steps', async () => {
    const problems = [{ code: 'VARIABLE_NOT_MAPPED', message: 'No value', field: 'content[1].variables.body.1' }];
    const { container, router } = openAt('/setup-campaign/8?step=check', {
      ...inTwoLanguages(),
      'POST /api/v1/campaigns/8/preflight': { ...preflight, ready: false, problems },
    });
    expect(await screen.findByRole('alert')).toHaveTextContent('For people who speak Hindi: No value');
    await userEvent.selectOptions(screen.getByRole('combobox', { name: 'Text' }), 'For people who speak Hindi');
    const phone = screen.getByRole('region', { name: 'Preview on a phone' });
    await waitFor(() => expect(phone).toHaveTextContent('नमस्ते'));
    await userEvent.selectOptions(screen.getByRole('combobox', { name: 'Text' }), 'For everybody else');
    await userEvent.click(screen.getByRole('button', { name: 'Fix in Message' }));
    expect(router.state.location.search).toBe('?step=message&text=2');
    await screen.findByRole('tab', { name: 'For people who speak Hindi', selected: true });
    await expectAccessible(container);
  });

  it('finds a template by the words of its language', async () => {
    const more = Array.from({ length: 6 }, (_, i) => ({ ...template, id: 20 + i, name: `more_${i}` }));
    openAt('/setup-campaign', { 'GET /api/v1/templates': { items: [...more, hindiTemplate], nextCursor: null } });
    await userEvent.type(await screen.findByRole('textbox', { name: 'Search templates' }), 'hindi');
    const gallery = within(screen.getByRole('radiogroup', { name: 'Template' }));
    expect(gallery.getAllByRole('radio')).toHaveLength(1);
    expect(gallery.getByRole('radio')).toHaveTextContent('Marketing · Hindi');
  });
});
