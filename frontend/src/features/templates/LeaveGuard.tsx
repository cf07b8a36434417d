import { Suspense, lazy, useEffect, useRef } from 'react';
import { useBlocker } from 'react-router';
import { t } from '@/shared/i18n';

const ConfirmDialog = lazy(() =>
  import('@/shared/ui/ConfirmDialog').then(({ ConfirmDialog: component }) => ({ default: component })),
);

/** Asks before what is not saved is left behind. */
export function LeaveGuard({ unsaved }: { unsaved: boolean }) {
  const blocker = useBlocker(
    ({ currentLocation, nextLocation }) => unsaved && currentLocation.pathname !== nextLocation.pathname,
  );
  const leaving = useRef(false);
  useEffect(() => {
    if (!unsaved) return;
    const ask = (event: BeforeUnloadEvent) => event.preventDefault();
    window.addEventListener('beforeunload', ask);
    return () => window.removeEventListener('beforeunload', ask);
  }, [unsaved]);
  if (blocker.state !== 'blocked') return null;
  return (
    <Suspense>
      <ConfirmDialog
        question={t('Leave without saving?')}
        consequence={t('What you wrote here is lost.')}
        confirm={t('Leave')}
        onConfirm={() => {
          leaving.current = true;
          blocker.proceed();
        }}
        onClose={() => {
          if (!leaving.current) blocker.reset();
        }}
      />
    </Suspense>
  );
}
