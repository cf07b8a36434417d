import { Button, type MantineSize } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { Suspense, lazy } from 'react';

const ConfirmDialog = lazy(() =>
  import('./ConfirmDialog').then(({ ConfirmDialog: component }) => ({ default: component })),
);

interface ConfirmButtonProps {
  label: string;
  question: string;
  consequence: string;
  /** Said again on the button that does it. */
  confirm: string;
  pending: boolean;
  /** It is what the screen is for. */
  primary?: boolean;
  disabled?: boolean;
  size?: MantineSize;
  onConfirm: () => void;
}

/** For what cannot be undone: asks once, and says what will happen. */
export function ConfirmButton({ label, pending, primary, disabled, size, ...dialogue }: ConfirmButtonProps) {
  const [open, dialog] = useDisclosure();
  return (
    <>
      <Button
        variant={primary ? 'filled' : 'default'}
        {...(size && { size })}
        onClick={dialog.open}
        loading={pending}
        disabled={disabled}
      >
        {label}
      </Button>
      <Suspense>{open && <ConfirmDialog {...dialogue} onClose={dialog.close} />}</Suspense>
    </>
  );
}
