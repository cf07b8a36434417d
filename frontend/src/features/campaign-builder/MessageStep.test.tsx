import { expectAccessible, openAt } from '@test/screen';
import { Refusal } from '@test/server';
import { page } from '@test/world/page';
import { picture, pictured, rejectedTemplate, template } from '@test/world/templates';
import { screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { describe, expect, it } from 'vitest';

describe('what is sent', () => {
  it('greys a template that is not approved, with the reason', async () => {
    openAt('/setup-campaign');
    const rejected = await screen.findByRole('radio', { name: /too_loud/ });
    expect(rejected).toBeDisabled();
    expect(rejected).toHaveTextContent('Rejected by Meta');
  });

  it('begins with the templates that have the least to fill in, and says how much that is', async () => {
    const plain = {
      ...template,
      id: 6,
      name: 'we_moved',
      components: [{ type: 'BODY', text: 'We moved.' }],
      variables: [],
    };
    openAt('/setup-campaign', { 'GET /api/v1/templates': page(rejectedTemplate, template, plain) });
    const cards = within(await screen.findByRole('radiogroup', { name: 'Template' }));
    await cards.findByRole('radio', { name: /we_moved/ });
    expect(cards.getAllByRole('radio').map((card) => card.textContent)).toEqual([
      expect.stringMatching(/we_moved.*nothing to fill in/),
      expect.stringMatching(/spring_sale.*2 to fill in/),
      expect.stringMatching(/too_loud/),
    ]);
  });

  it('proposes the name for whomever the text greets', async () => {
    const { sent } = openAt('/setup-campaign');
    await userEvent.click(await screen.findByRole('radio', { name: /spring_sale/ }));
    await waitFor(() =>
      expect(sent.find((s) => s.method === 'POST' && s.path === '/api/v1/campaigns')?.body).toMatchObject({
        content: [{ templateId: 3, variables: { 'body.1': { path: 'contact.name', fallback: '' } } }],
      }),
    );
  });

  it('maps a variable to a field of the contact with a fallback, shown in the preview', async () => {
    const { sent } = openAt('/setup-campaign/8');
    const fallback = await screen.findByRole('textbox', { name: 'Text {{1}}: fallback' });
    await userEvent.clear(fallback);
    await userEvent.type(fallback, 'friend');
    expect(screen.getByRole('region', { name: 'Preview on a phone' })).toHaveTextContent('Hello friend,');
    await waitFor(() => {
      const saved = sent.findLast((s) => s.method === 'PUT');
      expect(saved?.body).toMatchObject({
        content: [
          { variables: { 'body.1': { path: 'contact.name', fallback: 'friend' }, 'body.2': { value: 'Pune' } } },
        ],
      });
      expect(saved?.headers.get('If-Match')).toBe('"1"');
    });
  });

  it('uploads the picture of a header, shows it, and lets one choose another that was uploaded before', async () => {
    const files = [picture];
    const { container, sent } = openAt('/setup-campaign/8', {
      'GET /api/v1/templates': { items: [pictured], nextCursor: null },
      'GET /api/v1/templates/3': pictured,
      'GET /api/v1/media': () => ({ items: files, nextCursor: null }),
      'POST /api/v1/media': () => files.unshift({ ...picture, id: 13, name: 'sale.png' }) && files[0],
    });
    const group = within(await screen.findByRole('group', { name: 'Header: file' }));
    await group.findByRole('button', { name: /Upload a file$/ });
    const input = container.querySelector('input[type=file]') as HTMLInputElement;
    await userEvent.upload(input, new File(['png'], 'sale.png', { type: 'image/png' }));
    const phone = within(screen.getByRole('region', { name: 'Preview on a phone' }));
    await waitFor(() => expect(phone.getByRole('img')).toHaveAttribute('src', '/api/v1/media/13/content'));
    expect(group.getByRole('combobox')).toHaveValue('sale.png');
    const posted = sent.find((s) => s.method === 'POST' && s.path === '/api/v1/media');
    expect(posted?.query.get('name')).toBe('sale.png');
    expect(posted?.headers.get('Content-Type')).toBe('image/png');

    await userEvent.click(group.getByRole('combobox'));
    await userEvent.click(await screen.findByRole('option', { name: 'spring.png' }));
    expect(phone.getByRole('img')).toHaveAttribute('src', '/api/v1/media/12/content');
    await waitFor(() =>
      expect(sent.findLast((s) => s.method === 'PUT')?.body).toMatchObject({
        content: [{ variables: { 'header.media': { mediaId: 12 }, 'body.2': { value: 'Pune' } } }],
      }),
    );
    await expectAccessible(container);
  });

  it('says at the field why a file was refused', async () => {
    const { container } = openAt('/setup-campaign/8', {
      'GET /api/v1/templates': { items: [pictured], nextCursor: null },
      'GET /api/v1/templates/3': pictured,
      'POST /api/v1/media': new Refusal(422, 'The picture is larger than 5 MB'),
    });
    const group = within(await screen.findByRole('group', { name: 'Header: file' }));
    await group.findByRole('button', { name: /Upload a file$/ });
    const input = container.querySelector('input[type=file]') as HTMLInputElement;
    await userEvent.upload(input, new File(['png'], 'sale.png', { type: 'image/png' }));
    expect(await group.findByText('The picture is larger than 5 MB')).toBeVisible();
    await userEvent.click(group.getByText('Address of a file'));
    await userEvent.type(group.getByRole('textbox'), 'https://a.example/b.png');
    expect(group.getByRole('textbox')).toHaveValue('https://a.example/b.png');
  });
});
