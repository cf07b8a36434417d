import '@mantine/core/styles.css';
import '@mantine/notifications/styles.css';
import './app.css';
import { MantineProvider } from '@mantine/core';
import { Notifications } from '@mantine/notifications';
import { QueryClientProvider } from '@tanstack/react-query';
import { useSyncExternalStore } from 'react';
import { RouterProvider } from 'react-router';
import { createAppQueryClient } from '@/shared/api/queryClient';
import { currentLanguage, onLanguageChanged } from '@/shared/i18n';
import { createRouter } from './routes';
import { cssVariables, theme } from './theme';

const queryClient = createAppQueryClient();
const router = createRouter();

export function App() {
  const language = useSyncExternalStore(onLanguageChanged, currentLanguage);
  return (
    <MantineProvider theme={theme} cssVariablesResolver={cssVariables} defaultColorScheme="auto">
      <Notifications position="top-right" />
      <QueryClientProvider client={queryClient}>
        <RouterProvider key={language} router={router} />
      </QueryClientProvider>
    </MantineProvider>
  );
}
