import { Button, Menu } from '@mantine/core';
import { IconPlus } from '@tabler/icons-react';
import type { Filter } from '@/shared/api/types';
import { t } from '@/shared/i18n';
import { LEAF_WORDS, LEAVES, fresh } from './filters';

export function AddCondition({ onAdd }: { onAdd: (node: Filter) => void }) {
  return (
    <Menu position="bottom-start">
      <Menu.Target>
        <Button size="xs" variant="default" leftSection={<IconPlus size={14} />} w="fit-content">
          {t('Add a condition')}
        </Button>
      </Menu.Target>
      <Menu.Dropdown>
        {LEAVES.map((type) => (
          <Menu.Item key={type} onClick={() => onAdd(fresh(type))}>
            {t(LEAF_WORDS[type])}
          </Menu.Item>
        ))}
        <Menu.Divider />
        <Menu.Item onClick={() => onAdd({ type: 'any', of: [] })}>{t('A box of several')}</Menu.Item>
      </Menu.Dropdown>
    </Menu>
  );
}
