import { UnstyledButton } from '@mantine/core';
import { IconCheck } from '@tabler/icons-react';
import { useState } from 'react';
import type { CampaignDraft, Preflight } from '@/shared/api/types';
import { t } from '@/shared/i18n';
import classes from './builder.module.css';
import { STEPS, STEP_NAME, type Step, senderIdOf, stepOf, templateIdOf } from './draft';

interface StepListProps {
  chosen: Step;
  goTo: (step: Step) => void;
  draft: CampaignDraft;
  preflight: Preflight | undefined;
}

/** A step is ticked once somebody was there or beyond and nothing is missing: what has a default is not done before it was seen. */
export function StepList({ chosen, goTo, draft, preflight }: StepListProps) {
  const [furthest, setFurthest] = useState(0);
  const at = STEPS.indexOf(chosen);
  if (at > furthest) setFurthest(at);
  return (
    <nav className={classes.steps} aria-label={t('Steps')}>
      {STEPS.map((step, i) => {
        const done = i <= furthest && isDone(step, draft, preflight);
        return (
          <UnstyledButton
            key={step}
            className={classes.step}
            onClick={() => goTo(step)}
            aria-current={step === chosen ? 'step' : undefined}
          >
            <span className={classes.mark} data-done={done || undefined}>
              {done ? <IconCheck size={14} aria-label={t('done')} /> : i + 1}
            </span>
            {t(STEP_NAME[step])}
          </UnstyledButton>
        );
      })}
    </nav>
  );
}

function isDone(step: Step, draft: CampaignDraft, preflight: Preflight | undefined): boolean {
  if (!preflight) return false;
  if (step === 'check') return preflight.ready === true;
  if (step === 'message' && !(senderIdOf(draft) && templateIdOf(draft))) return false;
  if (step === 'people' && !preflight.audience?.matched) return false;
  return !(preflight.problems ?? []).some((problem) => stepOf(problem.field) === step);
}
