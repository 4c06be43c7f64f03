import { phrases } from '../words.ts';

export const words = phrases({
  title: { zh: '登录工会工作台', en: 'Sign in to the union desk' },
  login_name: { zh: '用户名', en: 'Name' },
  password: { zh: '密码', en: 'Password' },
  sign_in: { zh: '登录', en: 'Sign in' },
  login_name_missing: { zh: '请填写用户名', en: 'Enter your name' },
  password_missing: { zh: '请填写密码', en: 'Enter your password' },
  ran_out: {
    zh: '登录已过期，请重新登录。您停在的页面会继续打开。',
    en: 'Your session has ended. Sign in and you return to the page you were on.',
  },
  as_member: {
    zh: (name: string) => `这个浏览器上登录的是会员 ${name}。工会干部请用工作账号登录；会员请回到`,
    en: (name: string) =>
      `This browser is signed in as the member ${name}. Officers sign in below; members go back to `,
  },
  member_app: { zh: '会员页面', en: 'the members’ page' },
  forgotten: { zh: '忘记密码，请联系上级工会。', en: 'Forgotten the password? Ask the union above yours.' },
  demo: { zh: '演示账号', en: 'Demo accounts' },
  demo_about: {
    zh: '点一个名字填入用户名。密码在启动服务器的窗口里。人物和数字全部虚构。',
    en: 'Tap one to fill in the name. The password was printed where the server was started. All people and numbers are invented.',
  },
});
