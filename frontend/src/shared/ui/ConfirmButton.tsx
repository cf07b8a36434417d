import { Button, Group, Modal, Text } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { t } from '@/shared/i18n';

interface ConfirmButtonProps {
  label: string;
  question: string;
  consequence: string;
  /** Said again on the button that does it. */
  confirm: string;
  pending: boolean;
  onConfirm: () => void;
}

/** For what cannot be undone: asks once, and says what will happen. */
export function ConfirmButton({ label, question, consequence, confirm, pending, onConfirm }: ConfirmButtonProps) {
  const [open, dialog] = useDisclosure();
  return (
    <>
      <Button variant="default" onClick={dialog.open}>
        {label}
      </Button>
      <Modal opened={open} onClose={dialog.close} title={question} centered>
        <Text size="sm">{consequence}</Text>
        <Group justify="flex-end" mt="lg">
          <Button variant="default" onClick={dialog.close}>
            {t('Leave it')}
          </Button>
          <Button
            color="red.9"
            loading={pending}
            onClick={() => {
              onConfirm();
              dialog.close();
            }}
          >
            {confirm}
          </Button>
        </Group>
      </Modal>
    </>
  );
}
