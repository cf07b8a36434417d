import { Button } from '@mantine/core';
import { IconCopy, IconEdit } from '@tabler/icons-react';
import { useQueryClient } from '@tanstack/react-query';
import { Link, useNavigate } from 'react-router';
import { $api } from '@/shared/api/client';
import type { Template } from '@/shared/api/types';
import { ConfirmButton } from '@/shared/ui/ConfirmButton';
import { t } from '@/shared/i18n';

const EDITABLE = ['DRAFT', 'APPROVED', 'REJECTED', 'PAUSED'];

export function Actions({ template }: { template: Template }) {
  const editable = EDITABLE.includes(template.status) && !template.missing;
  return (
    <>
      <Button
        component={Link}
        variant="default"
        to={`/templates/new?like=${template.id}`}
        leftSection={<IconCopy size={16} />}
      >
        {t('Another like it')}
      </Button>
      <Delete template={template} />
      {editable && (
        <Button
          component={Link}
          variant="default"
          to={`/templates/${template.id}/edit`}
          leftSection={<IconEdit size={16} />}
        >
          {t('Edit')}
        </Button>
      )}
      {template.status === 'DRAFT' && <Submit id={template.id} />}
    </>
  );
}

function Submit({ id }: { id: number }) {
  const queries = useQueryClient();
  const submit = $api.useMutation('post', '/api/v1/templates/{id}/submit', {
    onSuccess: () => queries.invalidateQueries({ queryKey: ['get', '/api/v1/templates/{id}'] }),
  });
  return (
    <Button loading={submit.isPending} onClick={() => submit.mutate({ params: { path: { id } } })}>
      {t('Submit to Meta')}
    </Button>
  );
}

function Delete({ template: { id, name, status, missing } }: { template: Template }) {
  const queries = useQueryClient();
  const navigate = useNavigate();
  const remove = $api.useMutation('delete', '/api/v1/templates/{id}', {
    onSuccess: async () => {
      await navigate('/templates');
      await queries.invalidateQueries({ queryKey: ['get', '/api/v1/templates'] });
    },
  });
  const onlyHere = status === 'DRAFT' || missing;
  return (
    <ConfirmButton
      label={t('Delete')}
      question={t('Delete “{{name}}”?', { name })}
      consequence={
        onlyHere
          ? t('This cannot be undone.')
          : t('It is deleted at Meta, too, in this language. Its name cannot be used again there for 30 days.')
      }
      confirm={t('Delete the template')}
      pending={remove.isPending}
      onConfirm={() => remove.mutate({ params: { path: { id } } })}
    />
  );
}
