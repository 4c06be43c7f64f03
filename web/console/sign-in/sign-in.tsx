import { Alert, Button, Form, type FormInstance, Input, type InputRef } from 'antd';
import { useEffect, useRef } from 'react';
import { useSend } from '../shell/ask.ts';
import { Logo } from '../shell/logo.tsx';
import { useSession } from '../shell/session.tsx';
import { FailureNotice } from '../shell/states.tsx';
import { LanguageSwitch } from '../shell/top-bar.tsx';
import { common, useWords } from '../words.ts';
import { DemoOfficers } from './demo-officers.tsx';
import { words } from './words.ts';

interface Fields {
  login_name: string;
  password: string;
}

export default function SignIn() {
  const t = useWords(words);
  const c = useWords(common);
  const { session } = useSession();
  const [form] = Form.useForm<Fields>();
  const password = useRef<InputRef>(null);
  useEffect(() => {
    document.title = `${t.title} · ${c.product}`;
  }, [t, c]);
  const staff = session?.demo?.staff ?? [];
  const fillIn = (login_name: string) => {
    form.setFieldsValue({ login_name });
    password.current?.focus();
  };
  return (
    <div className="sign-in">
      <header className="sign-in-head">
        <span className="top-name">
          <Logo size={30} />
          <span>{c.product}</span>
        </span>
        <LanguageSwitch />
      </header>
      <main className="sign-in-main">
        <section className="card sign-in-card" aria-labelledby="sign-in-title">
          <h1 id="sign-in-title">{t.title}</h1>
          <Notices />
          <Fill form={form} password={password} />
          <p className="soft">{t.forgotten}</p>
        </section>
        {staff.length > 0 && <DemoOfficers staff={staff} fillIn={fillIn} />}
      </main>
    </div>
  );
}

function Notices() {
  const t = useWords(words);
  const { session, ranOut } = useSession();
  if (session?.actor?.kind === 'member') {
    return (
      <Alert
        type="info"
        showIcon
        title={
          <>
            {t.as_member(session.actor.name)}
            <a href="/">{t.member_app}</a>
          </>
        }
      />
    );
  }
  return ranOut ? <Alert type="info" showIcon title={t.ran_out} /> : null;
}

function Fill({ form, password }: { form: FormInstance<Fields>; password: React.RefObject<InputRef | null> }) {
  const t = useWords(words);
  const { enter } = useSession();
  const { send, sending, failure } = useSend('POST /api/session/staff');
  const signIn = async (fields: Fields) => {
    const session = await send({ body: fields });
    if (session) enter(session);
    else password.current?.focus();
  };
  return (
    <Form form={form} layout="vertical" requiredMark={false} size="large" onFinish={signIn} validateTrigger="onSubmit">
      <Form.Item
        name="login_name"
        label={t.login_name}
        rules={[{ required: true, whitespace: true, message: t.login_name_missing }]}
      >
        <Input autoComplete="username" autoCapitalize="none" autoFocus spellCheck={false} />
      </Form.Item>
      <Form.Item name="password" label={t.password} rules={[{ required: true, message: t.password_missing }]}>
        <Input.Password ref={password} autoComplete="current-password" />
      </Form.Item>
      <FailureNotice failure={failure} />
      <Button type="primary" htmlType="submit" block loading={sending}>
        {t.sign_in}
      </Button>
    </Form>
  );
}
