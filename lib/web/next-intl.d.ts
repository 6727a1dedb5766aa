// Typed words: a key that is in no file of messages/it does not compile.
import type { Locale } from '@/db/words';
import type { Messages } from '@/messages';

declare module 'next-intl' {
  interface AppConfig {
    Locale: Locale;
    Messages: Messages;
  }
}
