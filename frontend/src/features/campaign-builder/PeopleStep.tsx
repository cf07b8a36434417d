import { Alert, Anchor, Paper, Stack, Text, Title } from '@mantine/core';
import { Link } from 'react-router';
import { wordsOf } from '@/shared/api/problem';
import type { CampaignDraft } from '@/shared/api/types';
import { t } from '@/shared/i18n';
import { AudiencePicker } from './AudiencePicker';
import { ContactPicker } from './ContactPicker';
import { NumberBar } from './NumberBar';
import { OwnValues } from './OwnValues';
import { PastePhones } from './PastePhones';
import type { PreflightQuery } from './usePreflight';

interface PeopleStepProps {
  /** Undefined until the first save. */
  id: number | undefined;
  draft: CampaignDraft;
  change: (part: Partial<CampaignDraft>) => void;
  preflight: PreflightQuery;
}

export function PeopleStep({ id, draft, change, preflight }: PeopleStepProps) {
  const { audience } = draft;
  const set = (part: NonNullable<typeof audience>) => change({ audience: { ...audience, ...part } });
  return (
    <Stack gap="lg">
      <Paper withBorder p="md" component="section" aria-labelledby="included">
        <Title order={3} id="included" mb="sm">
          {t('Who gets it')}
        </Title>
        <Stack gap="sm">
          <AudiencePicker
            label={t('Groups and segments')}
            description={t('Everybody who is in one of them')}
            placeholder={t('Choose groups or segments')}
            chosen={{ groupIds: audience?.groupIds ?? [], segmentIds: audience?.segmentIds ?? [] }}
            onChange={set}
          />
          <ContactPicker ids={audience?.contactIds ?? []} onChange={(contactIds) => set({ contactIds })} />
          <PastePhones
            taken={audience?.contactIds?.length ?? 0}
            onAdd={(ids) => set({ contactIds: [...new Set([...(audience?.contactIds ?? []), ...ids])] })}
          />
          {audience?.filter != null && (
            <Alert
              variant="outline"
              withCloseButton
              closeButtonLabel={t('Remove')}
              onClose={() => set({ filter: undefined })}
            >
              {t('And whoever meets the conditions that this draft came with.')}
            </Alert>
          )}
          {id !== undefined && <OwnValues id={id} />}
          <Text size="sm">
            <Anchor component={Link} to="/contacts/import" inherit>
              {t('Import people from a CSV file into a group')}
            </Anchor>
          </Text>
        </Stack>
      </Paper>
      <Paper withBorder p="md" component="section" aria-labelledby="excluded">
        <Title order={3} id="excluded" mb="sm">
          {t('Who is left out')}
        </Title>
        <AudiencePicker
          label={t('Without these groups and segments')}
          description={t('Who is in one of them gets nothing')}
          placeholder={t('Nobody is left out')}
          chosen={{ groupIds: audience?.exclude?.groupIds ?? [], segmentIds: audience?.exclude?.segmentIds ?? [] }}
          onChange={(chosen) => set({ exclude: { ...audience?.exclude, ...chosen } })}
        />
      </Paper>
      {preflight.error ? (
        <Alert color="red" variant="outline" role="alert">
          {wordsOf(preflight.error)}
        </Alert>
      ) : (
        <NumberBar id={id} preflight={preflight.data} />
      )}
    </Stack>
  );
}
