import { phrases } from '../words.ts';

export const words = phrases({
  title: { zh: '名册导入', en: 'Roster import' },
  about: {
    zh: '先看预览，您确认之前不会加入任何人。',
    en: 'You see a preview first. Nobody is added until you agree.',
  },
  into: { zh: '导入到', en: 'Add to' },
  file: { zh: '名册文件', en: 'Roster file' },
  drop: { zh: '点这里选择名册，或把文件拖进来', en: 'Choose the roster here, or drop the file' },
  drop_about: {
    zh: '.xlsx 文件；表头要有“姓名”“身份证号”“手机号”，顺序不限，上面可以有标题行。',
    en: 'An .xlsx file. It needs the headers 姓名, 身份证号 and 手机号 in any order; a title row above is fine.',
  },
  not_xlsx: { zh: '请选择 .xlsx 文件', en: 'Choose an .xlsx file' },
  not_xlsx_next: {
    zh: (name: string) => `“${name}”不是 .xlsx。请在 Excel 或 WPS 里另存为 .xlsx 后再选。`,
    en: (name: string) => `“${name}” is not .xlsx. Save it as .xlsx in Excel or WPS and choose it again.`,
  },
  reading: { zh: (name: string) => `正在读取“${name}”`, en: (name: string) => `Reading “${name}”` },
  reading_about: {
    zh: (size: string, seconds: string) => `${size}，正在逐行核对姓名、身份证号和手机号。已用 ${seconds} 秒。`,
    en: (size: string, seconds: string) =>
      `${size}. Checking names, ID numbers and phones row by row. ${seconds} s so far.`,
  },
  stop: { zh: '停止', en: 'Stop' },
  preview: { zh: '预览', en: 'Preview' },
  preview_of: {
    zh: (file: string, union: string) => `${file} → ${union}`,
    en: (file: string, union: string) => `${file} → ${union}`,
  },
  new_people: { zh: '将加入', en: 'To be added' },
  added_people: { zh: '已加入', en: 'Added' },
  known_people: { zh: '已在册', en: 'Already registered' },
  wrong_rows: { zh: '有问题', en: 'With problems' },
  new_about: { zh: '名册里的新人', en: 'new to the register' },
  known_about: { zh: '保持原样，不改动', en: 'left as they are' },
  wrong_about: { zh: '不会加入，原因见下', en: 'not added, reasons below' },
  wrong_none: { zh: '每一行都没有问题', en: 'every row is right' },
  agree_says: {
    zh: (n: string, union: string) => `确认后，将有 ${n} 人加入${union}。`,
    en: (n: string, union: string) => `This adds ${n} people to ${union}.`,
  },
  agree_leaves: {
    zh: (n: string) => `有问题的 ${n} 行不会加入，改好后可以再导入一次。`,
    en: (n: string) => `The ${n} rows with problems are left out; correct them and import again.`,
  },
  agree: { zh: (n: string) => `加入 ${n} 人`, en: (n: string) => `Add ${n} people` },
  nothing_new: {
    zh: '没有可以加入的人。请改正标出的行，再上传一次。',
    en: 'There is nobody to add. Correct the rows marked and upload again.',
  },
  discard: { zh: '放弃这次导入', en: 'Discard this import' },
  discard_ask: { zh: '放弃这次导入？', en: 'Discard this import?' },
  discard_says: {
    zh: '预览会删除，名册不变。之后可以重新上传。',
    en: 'The preview is deleted and the register stays as it is. You can upload again.',
  },
  discarded: { zh: '已放弃，没有加入任何人。', en: 'Discarded. Nobody was added.' },
  keep: { zh: '继续看预览', en: 'Keep the preview' },
  done: {
    zh: (n: string, union: string) => `已把 ${n} 人加入${union}`,
    en: (n: string, union: string) => `${n} people were added to ${union}`,
  },
  done_next: {
    zh: '他们现在可以用登记的手机号登录，申领适用的服务。',
    en: 'They can now sign in with the phone registered and claim what is meant for them.',
  },
  see_members: { zh: '查看会员', en: 'See the members' },
  another: { zh: '再导入一份', en: 'Import another' },
  wrong_title: { zh: (n: string) => `有问题的 ${n} 行`, en: (n: string) => `${n} rows with problems` },
  row: { zh: '行号', en: 'Row' },
  name: { zh: '姓名', en: 'Name' },
  problems: { zh: '原因', en: 'Why' },
  columns_used: { zh: '用到的列', en: 'Columns used' },
  columns_ignored: { zh: '没有用到的列', en: 'Columns left aside' },
  sample: { zh: '看看对不对：前几个人', en: 'Do these look right? The first few' },
  id_number: { zh: '身份证号', en: 'ID number' },
  phone: { zh: '手机号', en: 'Phone' },
});
