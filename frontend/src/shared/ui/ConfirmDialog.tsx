import { Button, Group, Modal, Text } from '@mantine/core';
import { t } from '@/shared/i18n';

interface ConfirmDialogProps {
  question: string;
  consequence: string;
  confirm: string;
  onConfirm: () => void;
  onClose: () => void;
}

export function ConfirmDialog({ question, consequence, confirm, onConfirm, onClose }: ConfirmDialogProps) {
  return (
    <Modal opened onClose={onClose} title={question} centered closeButtonProps={{ 'aria-label': t('Close') }}>
      <Text size="sm">{consequence}</Text>
      <Group justify="flex-end" mt="lg">
        <Button variant="default" onClick={onClose}>
          {t('Leave it')}
        </Button>
        <Button
          color="red.9"
          onClick={() => {
            onConfirm();
            onClose();
          }}
        >
          {confirm}
        </Button>
      </Group>
    </Modal>
  );
}
