import GlobalOutlined from '@ant-design/icons/GlobalOutlined';
import LogoutOutlined from '@ant-design/icons/LogoutOutlined';
import { App, Button } from 'antd';
import { roles } from '../../../contract/words.ts';
import { common, useTerm, useWords } from '../words.ts';
import { useSend } from './ask.ts';
import { useLanguage } from './language.tsx';
import { Logo } from './logo.tsx';
import { Link } from './router.tsx';
import { useOfficer, useSession } from './session.tsx';
import { words } from './words.ts';

export function TopBar() {
  const t = useWords(common);
  return (
    <header className="top-bar">
      <Link to="/" className="top-name">
        <Logo size={26} />
        <span>{t.product}</span>
        <span className="top-desk soft">{t.desk}</span>
      </Link>
      <Post />
      <div className="top-actions">
        <LanguageSwitch />
        <SignOut />
      </div>
    </header>
  );
}

/** Who is at the desk and for which union: every number on the page is of that branch. */
export function Post() {
  const officer = useOfficer();
  const term = useTerm();
  const post = officer.posts[0];
  return (
    <div className="top-post">
      <span className="top-union">{post?.station?.name ?? post?.union.name}</span>
      <span className="soft">
        {officer.name}
        {post && ` · ${term(roles[post.role])}`}
      </span>
    </div>
  );
}

export function LanguageSwitch() {
  const t = useWords(words);
  const { language, setLanguage } = useLanguage();
  return (
    <Button
      type="text"
      icon={<GlobalOutlined />}
      lang={language === 'zh' ? 'en' : 'zh-CN'}
      onClick={() => setLanguage(language === 'zh' ? 'en' : 'zh')}
    >
      {t.other_language}
    </Button>
  );
}

export function SignOut() {
  const t = useWords(words);
  const c = useWords(common);
  const { message } = App.useApp();
  const { reload } = useSession();
  const { send, sending } = useSend('DELETE /api/session');
  const leave = async () => {
    if (!(await send({}))) return void message.error(c.unreachable);
    // What this officer was filling in is not for whoever sits here next.
    sessionStorage.clear();
    reload();
  };
  return (
    <Button type="text" icon={<LogoutOutlined />} loading={sending} onClick={leave}>
      {t.sign_out}
    </Button>
  );
}
