import {
  ActionIcon,
  Alert,
  Anchor,
  AppShell,
  Box,
  Burger,
  Center,
  Group,
  Loader,
  NavLink,
  Text,
  useMantineColorScheme,
  useComputedColorScheme,
} from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { IconLogout, IconMoon, IconSun } from '@tabler/icons-react';
import { useQueryClient } from '@tanstack/react-query';
import { useEffect } from 'react';
import { Link, Navigate, Outlet, useLocation } from 'react-router';
import { $api, forgetEntry, hasEntered } from '@/shared/api/client';
import { statusOf } from '@/shared/api/problem';
import type { Session } from '@/shared/api/types';
import { ErrorState } from '@/shared/ui/states';
import { t } from '@/shared/i18n';
import { PLACES } from './places';

/** The frame around every screen; who is not logged in is led to the log-in page and back. */
export function Shell() {
  const session = $api.useQuery('get', '/api/v1/session', {}, { staleTime: 60_000, enabled: hasEntered() });
  const location = useLocation();
  const refused = statusOf(session.error) === 401;
  useEffect(() => {
    if (refused) forgetEntry();
  }, [refused]);
  if (refused || !hasEntered()) {
    const next = location.pathname + location.search;
    return <Navigate to={`/login?next=${encodeURIComponent(next)}`} replace />;
  }
  if (session.error && !session.data) return <ErrorState error={session.error} retry={() => void session.refetch()} />;
  if (!session.data)
    return (
      <Center h="100vh" role="status" aria-label={t('Loading')}>
        <Loader aria-hidden />
      </Center>
    );
  return <Frame session={session.data} />;
}

function Frame({ session }: { session: Session }) {
  const [open, menu] = useDisclosure();
  const { pathname } = useLocation();
  const { close } = menu;
  useEffect(() => close(), [pathname, close]);
  return (
    <AppShell
      header={{ height: 52 }}
      navbar={{ width: 216, breakpoint: 'sm', collapsed: { mobile: !open } }}
      padding={{ base: 'sm', sm: 'lg' }}
    >
      <a className="skip-link" href="#main">
        {t('To the content')}
      </a>
      <AppShell.Header>
        <Group h="100%" px="md" justify="space-between" wrap="nowrap">
          <Group gap="sm" wrap="nowrap">
            <Burger
              opened={open}
              onClick={menu.toggle}
              hiddenFrom="sm"
              size="sm"
              aria-label={open ? t('Close the menu') : t('Open the menu')}
            />
            <img src="/icon.svg" alt="" width={26} height={26} />
            <Text fw={700} size="lg">
              Tiercast
            </Text>
          </Group>
          <Group gap="xs" wrap="nowrap">
            <ColorSchemeSwitch />
            <LogOut username={session.username ?? ''} />
          </Group>
        </Group>
      </AppShell.Header>
      <AppShell.Navbar p="xs" aria-label={t('Main')}>
        <Sidebar />
      </AppShell.Navbar>
      <AppShell.Main id="main">
        {session.passwordChangeDue && <PasswordDue />}
        <Outlet />
      </AppShell.Main>
    </AppShell>
  );
}

/** The one-time password of the first start stands in a log; it should not stay in use. */
const PasswordDue = () => (
  <Alert color="yellow" variant="outline" mb="md" py="xs">
    <Text size="sm">
      {t('You still use the password of the first start.')}{' '}
      <Anchor component={Link} to="/settings" inherit>
        {t('Change it')}
      </Anchor>
    </Text>
  </Alert>
);

function Sidebar() {
  const { pathname } = useLocation();
  const sandbox = $api.useQuery('get', '/api/v1/sandbox', {}, { staleTime: Infinity, retry: false });
  const shown = PLACES.filter((place) => !place.sandboxOnly || sandbox.data);
  return (
    <Box style={{ overflowY: 'auto' }}>
      {shown.map(({ to, label, icon: Icon }) => {
        const active = to === '/' ? pathname === '/' : pathname.startsWith(to);
        return (
          <NavLink
            key={to}
            component={Link}
            to={to}
            label={t(label)}
            leftSection={<Icon size={18} stroke={1.6} />}
            active={active}
            aria-current={active ? 'page' : undefined}
          />
        );
      })}
    </Box>
  );
}

function ColorSchemeSwitch() {
  const { setColorScheme } = useMantineColorScheme();
  const dark = useComputedColorScheme('light') === 'dark';
  return (
    <ActionIcon
      variant="subtle"
      color="gray"
      size="lg"
      aria-label={dark ? t('Light mode') : t('Dark mode')}
      onClick={() => setColorScheme(dark ? 'light' : 'dark')}
    >
      {dark ? <IconSun size={18} /> : <IconMoon size={18} />}
    </ActionIcon>
  );
}

function LogOut({ username }: { username: string }) {
  const queries = useQueryClient();
  const end = $api.useMutation('delete', '/api/v1/session', {
    onSuccess: () => {
      forgetEntry();
      queries.clear();
      window.location.assign('/login');
    },
  });
  return (
    <ActionIcon
      variant="subtle"
      color="gray"
      size="lg"
      aria-label={t('Log out {{name}}', { name: username })}
      title={t('Log out {{name}}', { name: username })}
      loading={end.isPending}
      onClick={() => end.mutate({})}
    >
      <IconLogout size={18} />
    </ActionIcon>
  );
}
