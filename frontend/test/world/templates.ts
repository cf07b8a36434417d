import type { Replies } from '../server';
import { page } from './page';

export const template = {
  id: 3,
  wabaId: '200',
  name: 'spring_sale',
  language: 'en',
  category: 'MARKETING',
  status: 'APPROVED',
  quality: 'GREEN',
  components: [
    {
      type: 'BODY',
      text: 'Hello {{1}}, everything is *20%* off in {{2}}.',
      example: { body_text: [['Ana', 'Pune']] },
    },
    { type: 'FOOTER', text: 'Reply STOP to end' },
    { type: 'BUTTONS', buttons: [{ type: 'QUICK_REPLY', text: 'Show me' }] },
  ],
  variables: [
    { key: 'body.1', example: 'Ana' },
    { key: 'body.2', example: 'Pune' },
  ],
};

export const rejectedTemplate = { ...template, id: 4, name: 'too_loud', status: 'REJECTED', rejectedReason: 'SCAM' };

export const hindiTemplate = {
  ...template,
  id: 5,
  language: 'hi',
  components: [{ type: 'BODY', text: 'नमस्ते {{1}}, {{2}} में सब पर *20%* की छूट।' }],
};

export const picture = { id: 12, name: 'spring.png', kind: 'IMAGE', contentType: 'image/png', size: 68 };

/** Of a header that shows a picture. */
export const pictured = {
  ...template,
  components: [{ type: 'HEADER', format: 'IMAGE', example: { header_handle: ['4::aW'] } }, ...template.components],
  variables: [{ key: 'header.media', kind: 'IMAGE' }, ...template.variables],
};

export const templateAnswers: Replies = {
  'GET /api/v1/templates': page(rejectedTemplate, template),
  'GET /api/v1/templates/3': template,
  'GET /api/v1/templates/3/versions': [
    { number: 2, at: '2026-11-20T09:00:00Z', category: 'MARKETING', components: template.components },
    { number: 1, at: '2026-11-01T09:00:00Z', category: 'MARKETING', components: [{ type: 'BODY', text: 'Sale!' }] },
  ],
  'GET /api/v1/templates/4': rejectedTemplate,
  'GET /api/v1/templates/4/versions': [],
  'GET /api/v1/media': page(picture),
  'POST /api/v1/templates/check': { problems: [] },
};
