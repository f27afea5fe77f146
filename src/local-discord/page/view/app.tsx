/** The whole page. */
import { useState } from 'preact/hooks';
import { usePage } from '../use-page.js';
import { ChannelList } from './channel-list.js';
import { Composer } from './composer.js';
import { Header } from './header.js';
import { MessageList } from './message-list.js';
import { ModalDialog } from './modal-dialog.js';
import { PageProvider } from './page-context.js';
import { RawDialog } from './raw-dialog.js';
import { StatusLine } from './status-line.js';

export function App() {
  const page = usePage();
  const [isListOpen, setListOpen] = useState(false);
  const { modal, raw } = page.state;
  return (
    <PageProvider value={page}>
      <a class="skip" href="#message-box">
        Skip to the message box
      </a>
      <div class="app">
        <ChannelList isOpen={isListOpen} onClose={() => setListOpen(false)} />
        <main class="chat">
          <Header isListOpen={isListOpen} onToggleList={() => setListOpen(!isListOpen)} />
          <MessageList />
          <StatusLine />
          <Composer />
        </main>
      </div>
      {modal && <ModalDialog key={modal.interaction} {...modal} />}
      {raw && <RawDialog {...raw} />}
    </PageProvider>
  );
}
