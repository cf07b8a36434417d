import {
  IconAddressBook,
  IconDeviceMobile,
  IconFlask,
  IconLayoutDashboard,
  IconMessage,
  IconSend,
  IconSettings,
  IconUsers,
  IconWand,
  type TablerIcon,
} from '@tabler/icons-react';

interface Place {
  to: string;
  label: string;
  icon: TablerIcon;
  /** Only where the built-in simulated Meta is at work. */
  sandboxOnly?: boolean;
}

export const PLACES: Place[] = [
  { to: '/', label: 'Dashboard', icon: IconLayoutDashboard },
  { to: '/campaigns', label: 'Campaigns', icon: IconSend },
  { to: '/setup-campaign', label: 'Set up campaign', icon: IconWand },
  { to: '/templates', label: 'Templates', icon: IconMessage },
  { to: '/contacts', label: 'Contacts', icon: IconAddressBook },
  { to: '/groups', label: 'Groups', icon: IconUsers },
  { to: '/senders', label: 'Senders', icon: IconDeviceMobile },
  { to: '/sandbox', label: 'Sandbox', icon: IconFlask, sandboxOnly: true },
  { to: '/settings', label: 'Settings', icon: IconSettings },
];
