import type { Replies } from '../server';
import { audienceAnswers } from './audiences';
import { campaignAnswers } from './campaigns';
import { contactAnswers } from './contacts';
import { sandboxAnswers } from './sandbox';
import { senderAnswers } from './senders';
import { settingsAnswers } from './settings';
import { templateAnswers } from './templates';

/** An installation at work: what every screen asks for, answered. */
export const world = (): Replies => ({
  ...audienceAnswers,
  ...campaignAnswers,
  ...contactAnswers,
  ...sandboxAnswers,
  ...senderAnswers,
  ...settingsAnswers,
  ...templateAnswers,
});
