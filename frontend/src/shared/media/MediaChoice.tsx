import { FileButton, Button, Group, Select } from '@mantine/core';
import { IconUpload } from '@tabler/icons-react';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { $api, api } from '@/shared/api/client';
import { wordsOf } from '@/shared/api/problem';
import { type Schemas, itemsOf } from '@/shared/api/types';
import { t } from '@/shared/i18n';
import type { MediaKind } from './media';

const ACCEPTED: Record<MediaKind, string> = {
  IMAGE: 'image/jpeg,image/png',
  VIDEO: 'video/mp4,video/3gpp',
  DOCUMENT: 'application/pdf',
};

const LIMITS: Record<MediaKind, () => string> = {
  IMAGE: () => t('JPEG or PNG, up to 5 MB'),
  VIDEO: () => t('MP4 or 3GP, up to 16 MB'),
  DOCUMENT: () => t('PDF, up to 100 MB'),
};

interface MediaChoiceProps {
  label: string;
  kind: MediaKind;
  chosen: number | undefined;
  error?: string | undefined;
  onChoose: (id: number) => void;
}

/** One of the files uploaded before, or a new one. */
export function MediaChoice({ label, kind, chosen, error, onChoose }: MediaChoiceProps) {
  const files = $api.useQuery('get', '/api/v1/media', { params: { query: { kind, limit: 200 } } });
  const upload = useUpload((file) => file.kind === kind && file.id !== undefined && onChoose(file.id));
  const data = itemsOf<Schemas['MediaView']>(files.data).map(({ id, name }) => ({
    value: String(id),
    label: name ?? String(id),
  }));
  const value = chosen === undefined ? null : String(chosen);
  const known = value === null || data.some((file) => file.value === value);
  const mistaken = upload.data && upload.data.kind !== kind ? t('This is a file of another kind.') : undefined;
  return (
    <Group align="flex-start" gap="xs" wrap="nowrap">
      <Select
        flex={1}
        aria-label={label}
        placeholder={t('A file uploaded before')}
        description={LIMITS[kind]()}
        inputWrapperOrder={['label', 'input', 'description', 'error']}
        searchable
        allowDeselect={false}
        nothingFoundMessage={t('No such file yet')}
        data={known ? data : [{ value: value, label: t('File {{n}}', { n: value }) }, ...data]}
        value={value}
        error={upload.error ? wordsOf(upload.error) : (mistaken ?? error)}
        disabled={upload.isPending}
        onChange={(id) => {
          upload.reset();
          if (id) onChoose(Number(id));
        }}
      />
      <FileButton accept={ACCEPTED[kind]} onChange={(file) => file && upload.mutate(file)}>
        {(props) => (
          <Button {...props} variant="default" leftSection={<IconUpload size={14} />} loading={upload.isPending}>
            {t('Upload a file')}
          </Button>
        )}
      </FileButton>
    </Group>
  );
}

function useUpload(onUploaded: (file: Schemas['MediaView']) => void) {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: async (file: File) => {
      const { data } = await api.POST('/api/v1/media', {
        params: { query: { name: file.name } },
        body: file as never,
        bodySerializer: (body: unknown) => body as File,
        headers: { 'Content-Type': file.type || 'application/octet-stream' },
      });
      return data as Schemas['MediaView'];
    },
    meta: { inline: true },
    onSuccess: async (file) => {
      await queries.invalidateQueries({ queryKey: ['get', '/api/v1/media'] });
      onUploaded(file);
    },
  });
}
