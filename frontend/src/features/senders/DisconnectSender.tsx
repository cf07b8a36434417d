import { useQueryClient } from '@tanstack/react-query';
import { useNavigate } from 'react-router';
import { $api } from '@/shared/api/client';
import type { Sender } from '@/shared/api/types';
import { ConfirmButton } from '@/shared/ui/ConfirmButton';
import { t } from '@/shared/i18n';

export function DisconnectSender({ sender }: { sender: Sender }) {
  const queries = useQueryClient();
  const navigate = useNavigate();
  const remove = $api.useMutation('delete', '/api/v1/senders/{id}', {
    onSuccess: async () => {
      await navigate('/senders');
      await queries.invalidateQueries({ queryKey: ['get', '/api/v1/senders'] });
    },
  });
  return (
    <ConfirmButton
      label={t('Disconnect')}
      question={t('Disconnect “{{name}}”?', { name: sender.name })}
      consequence={t('Nothing more can be sent with it from here. At Meta it stays as it is.')}
      confirm={t('Disconnect it')}
      pending={remove.isPending}
      onConfirm={() => remove.mutate({ params: { path: { id: sender.id } } })}
    />
  );
}
