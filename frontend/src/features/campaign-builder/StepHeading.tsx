import { Title } from '@mantine/core';
import { useEffect, useRef } from 'react';
import { t } from '@/shared/i18n';
import classes from './builder.module.css';
import { STEP_NAME, type Step } from './draft';

/** Where somebody comes to who goes to another step, by whatever way: those who see it, read it or hear it begin at the top. */
export function StepHeading({ step }: { step: Step }) {
  const heading = useRef<HTMLHeadingElement>(null);
  const before = useRef(step);
  useEffect(() => {
    if (before.current !== step) heading.current?.focus();
    before.current = step;
  }, [step]);
  return (
    <Title order={2} ref={heading} tabIndex={-1} className={classes.heading} mb="md">
      {t(STEP_NAME[step])}
    </Title>
  );
}
