import { useQueryClient } from '@tanstack/react-query';
import { useNavigate } from 'react-router';
import { $api } from '@/shared/api/client';
import { ConfirmButton } from '@/shared/ui/ConfirmButton';
import { t } from '@/shared/i18n';

export function DeleteDraft({ id, name }: { id: number; name: string }) {
  const queries = useQueryClient();
  const navigate = useNavigate();
  const remove = $api.useMutation('delete', '/api/v1/campaigns/{id}', {
    onSuccess: async () => {
      await navigate('/campaigns');
      await queries.invalidateQueries({ queryKey: ['get', '/api/v1/campaigns'] });
    },
  });
  return (
    <ConfirmButton
      label={t('Delete')}
      question={t('Delete “{{name}}”?', { name })}
      consequence={t('Nothing of it was sent. This cannot be undone.')}
      confirm={t('Delete the campaign')}
      pending={remove.isPending}
      onConfirm={() => remove.mutate({ params: { path: { id } } })}
    />
  );
}
