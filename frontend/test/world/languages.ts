import type { Replies } from '../server';
import { draft } from './campaigns';
import { page } from './page';
import { hindiTemplate, rejectedTemplate, template } from './templates';

/** The draft with a text for those who speak Hindi, and one for everybody else. */
export const inTwoLanguages = (): Replies => ({
  'GET /api/v1/templates': page(rejectedTemplate, template, hindiTemplate),
  'GET /api/v1/templates/5': hindiTemplate,
  'GET /api/v1/campaigns/8': {
    ...draft,
    content: [...draft.content, { ...draft.content[0], templateId: 5, when: { languages: ['hi'] } }],
  },
});
