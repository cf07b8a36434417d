import { List, Paper, Text, ThemeIcon } from '@mantine/core';
import { IconCheck } from '@tabler/icons-react';
import { t } from '@/shared/i18n';

interface CheckListProps {
  faults: { where: string; message: string }[];
  known: boolean;
}

/** What is still to be done before Meta would take it. */
export function CheckList({ faults, known }: CheckListProps) {
  if (!known) return null;
  return (
    <Paper withBorder p="sm" role="status" aria-label={t('Check by Meta’s rules')}>
      {faults.length === 0 ? (
        <Text size="sm" component="div">
          <ThemeIcon size="xs" radius="xl" mr={6} aria-hidden>
            <IconCheck size={12} />
          </ThemeIcon>
          {t('It keeps all of Meta’s rules that can be checked here.')}
        </Text>
      ) : (
        <>
          <Text size="sm" fw={600}>
            {t('Still to do')}
          </Text>
          <List size="sm" mt={4}>
            {faults.map(({ where, message }, i) => (
              <List.Item key={i}>
                <b>{where}</b>: {message}
              </List.Item>
            ))}
          </List>
        </>
      )}
    </Paper>
  );
}
