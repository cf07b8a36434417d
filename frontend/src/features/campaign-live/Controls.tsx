import { Button, Group } from '@mantine/core';
import { IconCopy, IconPencil, IconPlayerPause, IconPlayerPlay } from '@tabler/icons-react';
import { useQueryClient } from '@tanstack/react-query';
import { Link, useNavigate } from 'react-router';
import { $api } from '@/shared/api/client';
import { t } from '@/shared/i18n';
import { ConfirmButton } from '@/shared/ui/ConfirmButton';

interface ControlsProps {
  id: number;
  name: string;
  state: string;
}

const CAN_PAUSE = ['RUNNING', 'WAITING', 'PREPARING'];
const CAN_CANCEL = ['SCHEDULED', 'PREPARING', 'RUNNING', 'WAITING', 'PAUSED'];

export function Controls({ id, name, state }: ControlsProps) {
  const queries = useQueryClient();
  const onSuccess = () => queries.invalidateQueries({ queryKey: ['get', '/api/v1/campaigns/{id}'] });
  const pause = $api.useMutation('post', '/api/v1/campaigns/{id}/pause', { onSuccess });
  const resume = $api.useMutation('post', '/api/v1/campaigns/{id}/resume', { onSuccess });
  const here = { params: { path: { id } } };
  return (
    <Group gap="xs">
      {CAN_PAUSE.includes(state) && (
        <Button
          variant="default"
          leftSection={<IconPlayerPause size={16} />}
          loading={pause.isPending}
          onClick={() => pause.mutate(here)}
        >
          {t('Pause')}
        </Button>
      )}
      {state === 'PAUSED' && (
        <Button
          leftSection={<IconPlayerPlay size={16} />}
          loading={resume.isPending}
          onClick={() => resume.mutate(here)}
        >
          {t('Resume')}
        </Button>
      )}
      {state === 'SCHEDULED' && (
        <Button component={Link} to={`/setup-campaign/${id}`} variant="default" leftSection={<IconPencil size={16} />}>
          {t('Edit')}
        </Button>
      )}
      {CAN_CANCEL.includes(state) && <Cancel id={id} name={name} onSuccess={onSuccess} />}
      <Duplicate id={id} />
    </Group>
  );
}

/** Cancelling cannot be undone, so it asks. */
function Cancel({ id, name, onSuccess }: { id: number; name: string; onSuccess: () => Promise<unknown> }) {
  const cancel = $api.useMutation('post', '/api/v1/campaigns/{id}/cancel', { onSuccess });
  return (
    <ConfirmButton
      label={t('Cancel')}
      question={t('Cancel “{{name}}”?', { name })}
      consequence={t('Whoever has no message yet gets none. This cannot be undone.')}
      confirm={t('Cancel the campaign')}
      pending={cancel.isPending}
      onConfirm={() => cancel.mutate({ params: { path: { id } } })}
    />
  );
}

function Duplicate({ id }: { id: number }) {
  const navigate = useNavigate();
  const duplicate = $api.useMutation('post', '/api/v1/campaigns/{id}/duplicate', {
    onSuccess: (copy) => void navigate(`/setup-campaign/${copy.id}`),
  });
  return (
    <Button
      variant="default"
      leftSection={<IconCopy size={16} />}
      loading={duplicate.isPending}
      onClick={() => duplicate.mutate({ params: { path: { id } } })}
    >
      {t('Duplicate')}
    </Button>
  );
}
