// The closed list of refusals: what the member or officer reads, why, and what to do next. `{x}` is filled from the
// refusal's facts. A code is never reused for another meaning.

interface Sentence {
  readonly reason: string;
  readonly next: string;
}
interface RefusalWords {
  readonly status: 400 | 401 | 403 | 404 | 409 | 413 | 415 | 422 | 429 | 500 | 503;
  readonly zh: Sentence;
  readonly en: Sentence;
}
const list = <const R extends Record<string, RefusalWords>>(entries: R): R => entries;

export const refusals = list({
  // What arrived cannot be read
  input_invalid: {
    status: 422,
    zh: { reason: '有内容需要改一改。', next: '请按提示修改后再提交，已填的内容都还在。' },
    en: {
      reason: 'Something needs correcting.',
      next: 'Change what is marked and send it again. Nothing you typed is lost.',
    },
  },
  json_unreadable: {
    status: 400,
    zh: { reason: '收到的内容不是有效的 JSON。', next: '请检查格式后重新发送。' },
    en: { reason: 'What arrived is not valid JSON.', next: 'Check its format and send it again.' },
  },
  media_type_unknown: {
    status: 415,
    zh: { reason: '不支持这种内容类型。', next: '请发送 JSON；名册请上传 .xlsx 文件。' },
    en: { reason: 'This type of content is not supported.', next: 'Send JSON; for a roster upload an .xlsx file.' },
  },
  body_too_large: {
    status: 413,
    zh: { reason: '内容太大，最多 {limit_mb} MB。', next: '请减小后再发；名册可以拆成几个文件分别导入。' },
    en: {
      reason: 'This is too large: at most {limit_mb} MB.',
      next: 'Send less; a roster can be split into several files.',
    },
  },
  not_found: {
    status: 404,
    zh: { reason: '没有找到您要的内容。', next: '请检查地址，或返回首页。' },
    en: { reason: 'What you asked for was not found.', next: 'Check the address, or go back to the first page.' },
  },
  cross_site: {
    status: 403,
    zh: { reason: '这个请求来自别的网站，没有执行。', next: '请在本网站的页面上操作。' },
    en: { reason: 'This request came from another site and was not carried out.', next: 'Use the pages of this site.' },
  },
  busy_try_again: {
    status: 503,
    zh: { reason: '暂时连不上数据库，您的内容没有丢。', next: '请稍等片刻再试一次。' },
    en: {
      reason: 'The database cannot be reached just now. Nothing of yours is lost.',
      next: 'Wait a moment and try again.',
    },
  },
  unexpected: {
    status: 500,
    zh: { reason: '我们这边出了问题，您的数据没有改动。', next: '请再试一次；还不行，请把编号 {incident} 告诉工会。' },
    en: {
      reason: 'Something went wrong on our side. Your data is unchanged.',
      next: 'Try once more; if it stays, give your union the number {incident}.',
    },
  },
  // Who is asking
  sign_in_needed: {
    status: 401,
    zh: { reason: '这一步需要先登录。', next: '请用手机号登录后继续。' },
    en: { reason: 'This step needs you to sign in.', next: 'Sign in with your phone number and go on.' },
  },
  not_allowed: {
    status: 403,
    zh: { reason: '您的岗位没有这项权限。', next: '如果工作需要，请联系系统管理员开通。' },
    en: { reason: 'Your post does not include this.', next: 'If your work needs it, ask whoever runs this system.' },
  },
  sign_in_wrong: {
    status: 422,
    zh: { reason: '用户名或密码不对。', next: '请检查后再试；忘记密码请联系系统管理员。' },
    en: {
      reason: 'The name or the password is wrong.',
      next: 'Check both and try again, or ask whoever runs this system.',
    },
  },
  code_wrong: {
    status: 422,
    zh: { reason: '验证码不对或已过期。', next: '请核对短信里最新的一条，或重新获取。' },
    en: { reason: 'The code is wrong or has run out.', next: 'Check the latest message, or ask for a new code.' },
  },
  too_many_tries: {
    status: 429,
    zh: { reason: '试的次数太多了。', next: '请在 {minutes} 分钟后再试。' },
    en: { reason: 'There were too many tries.', next: 'Try again in {minutes} min.' },
  },
  // Claims
  claim_not_open_yet: {
    status: 422,
    zh: { reason: '还没有开始，{opens_at} 开放申领。', next: '请到时再来；名额不会提前发放。' },
    en: {
      reason: 'This has not opened yet; it opens on {opens_at}.',
      next: 'Come back then. No places are given out before.',
    },
  },
  claim_closed: {
    status: 422,
    zh: { reason: '申领已于 {closes_at} 结束。', next: '请看看“可领”里的其他服务。' },
    en: { reason: 'Claiming ended on {closes_at}.', next: 'See what else is on offer under Claim.' },
  },
  no_places_left: {
    status: 409,
    zh: { reason: '这个领取点的名额已领完。', next: '请换一个还有名额的领取点。' },
    en: { reason: 'All places at this point have been given out.', next: 'Choose a point that still has places.' },
  },
  all_places_given: {
    status: 409,
    zh: { reason: '名额已全部领完。', next: '有人取消时名额会放回来，可以过些时候再看。' },
    en: {
      reason: 'All places have been given out.',
      next: 'Places come back when somebody cancels; look again later.',
    },
  },
  claimed_already: {
    status: 409,
    zh: { reason: '您已经申领过，每人限 {limit} 份。', next: '凭证在“我的”里，请凭它到领取点领取。' },
    en: {
      reason: 'You have claimed already; the limit is {limit} each.',
      next: 'Your voucher is under Mine. Show it where you collect.',
    },
  },
  claim_id_reused: {
    status: 409,
    zh: { reason: '这个申领编号已用于另一次申领。', next: '请刷新页面后重新申领。' },
    en: { reason: 'This claim id was used for another claim.', next: 'Reload the page and claim again.' },
  },
  not_a_member: {
    status: 422,
    zh: { reason: '这项服务只给在会的会员，您目前不在会。', next: '请联系所在街道工会办理入会或恢复会籍。' },
    en: {
      reason: 'This is for members in good standing, and you are not one at present.',
      next: 'Ask your street’s union to join or to restore your membership.',
    },
  },
  other_branch: {
    status: 422,
    zh: {
      reason: '这项服务只面向{branches}的会员，您的会籍在{own_branch}。',
      next: '请看本工会的服务，或向街道工会申请转会。',
    },
    en: {
      reason: 'This is for members of {branches}; your membership is with {own_branch}.',
      next: 'See what your own union offers, or ask your street’s union for a transfer.',
    },
  },
  other_occupation: {
    status: 422,
    zh: {
      reason: '这项服务面向{occupations}，您登记的职业是{own_occupation}。',
      next: '如果登记有误，请联系街道工会更正。',
    },
    en: {
      reason: 'This is for: {occupations}. You are registered as: {own_occupation}.',
      next: 'If that is wrong, ask your street’s union to correct it.',
    },
  },
  claim_not_cancellable: {
    status: 409,
    zh: { reason: '这次申领已领取、已取消或已过期，不能再取消。', next: '如有疑问，请到领取点询问。' },
    en: {
      reason: 'This claim was collected, cancelled or has run out, and can no longer be cancelled.',
      next: 'Ask at the collection point if in doubt.',
    },
  },
  // Vouchers and hand-over
  redemption_id_reused: {
    status: 409,
    zh: { reason: '这次发放的编号已用于另一张凭证。', next: '请勿发放；刷新页面后重新扫码。' },
    en: {
      reason: 'The id of this hand-over was used for another voucher.',
      next: 'Hand nothing over; reload the page and scan again.',
    },
  },
  voucher_unreadable: {
    status: 422,
    zh: { reason: '这不是本系统的凭证。', next: '请扫会员“我的”里的二维码，或输入 10 位凭证码。' },
    en: {
      reason: 'This is not one of our vouchers.',
      next: 'Scan the code under the member’s Mine page, or type the 10-character code.',
    },
  },
  voucher_forged: {
    status: 422,
    zh: { reason: '这张凭证验证不通过，可能被改动过。', next: '请勿发放；请会员打开自己手机上的凭证重新出示。' },
    en: {
      reason: 'This voucher does not verify; it may have been altered.',
      next: 'Hand nothing over. Ask the member to show the voucher on their own phone.',
    },
  },
  voucher_elsewhere: {
    status: 422,
    zh: { reason: '这张凭证不在本站领取，领取点是{place}。', next: '请会员到{place}领取。' },
    en: { reason: 'This voucher is for another point: {place}.', next: 'Ask the member to collect at {place}.' },
  },
  voucher_foreign: {
    status: 422,
    zh: { reason: '这张凭证不归您的工会或站点发放。', next: '请会员按凭证上写的地点领取。' },
    en: {
      reason: 'This voucher is not for your union or station to hand over.',
      next: 'Ask the member to go to the place on the voucher.',
    },
  },
  voucher_used: {
    status: 409,
    zh: { reason: '这张凭证已于 {redeemed_at} 在{place}领取。', next: '请勿重复发放；有争议请记录后联系街道工会。' },
    en: {
      reason: 'This voucher was collected on {redeemed_at} at {place}.',
      next: 'Do not hand it over again; note any dispute and tell the street’s union.',
    },
  },
  voucher_cancelled: {
    status: 409,
    zh: { reason: '会员已取消这次申领。', next: '请勿发放；会员可以重新申领。' },
    en: { reason: 'The member cancelled this claim.', next: 'Hand nothing over. The member may claim again.' },
  },
  voucher_expired: {
    status: 409,
    zh: { reason: '领取时间已于 {collect_until} 结束。', next: '请会员联系举办的工会。' },
    en: { reason: 'Collecting ended on {collect_until}.', next: 'The member may ask the union that ran it.' },
  },
  // Campaigns
  campaign_closes_before_opening: {
    status: 422,
    zh: { reason: '结束时间早于开始时间。', next: '请把“申领结束”改到“申领开始”之后。' },
    en: { reason: 'It closes before it opens.', next: 'Set “Closes” later than “Opens”.' },
  },
  campaign_collect_before_close: {
    status: 422,
    zh: { reason: '领取截止早于申领结束。', next: '请把“领取截止”改到“申领结束”之后。' },
    en: { reason: 'Collecting ends before claiming does.', next: 'Set “Collect until” later than “Closes”.' },
  },
  draft_id_reused: {
    status: 409,
    zh: { reason: '这份草稿已用同一编号保存过，内容不同。', next: '请在活动列表里打开它修改，或刷新页面后新建。' },
    en: {
      reason: 'A draft with other content was saved under this id.',
      next: 'Open it in the list to change it, or reload the page and make a new one.',
    },
  },
  campaign_closes_in_past: {
    status: 422,
    zh: { reason: '申领结束时间已经过去。', next: '请改到以后的时间再发布。' },
    en: { reason: 'The time claiming closes has passed.', next: 'Set a later time, then publish.' },
  },
  branch_not_yours: {
    status: 422,
    zh: { reason: '选的工会不在您的范围内。', next: '请在自己范围内的工会中选择。' },
    en: { reason: 'A branch chosen lies outside yours.', next: 'Choose among your own branches.' },
  },
  campaign_published_already: {
    status: 409,
    zh: { reason: '这个活动已经发布，内容不能再改。', next: '可以提前结束它，再新建一个。' },
    en: {
      reason: 'This campaign is published and can no longer be changed.',
      next: 'You can close it early and make a new one.',
    },
  },
  campaign_state_changed: {
    status: 409,
    zh: { reason: '这个活动刚被别人改过状态。', next: '请刷新后查看最新情况。' },
    en: { reason: 'Somebody has just changed the state of this campaign.', next: 'Reload to see how it stands.' },
  },
  place_not_yours: {
    status: 422,
    zh: { reason: '选的领取点不在您的工会范围内。', next: '请在自己范围内的驿站中选择。' },
    en: { reason: 'A collection point lies outside your union.', next: 'Choose stations within your branch.' },
  },
  place_twice: {
    status: 422,
    zh: { reason: '同一个领取点选了两次。', next: '请合并成一行，把名额加在一起。' },
    en: { reason: 'A collection point is chosen twice.', next: 'Merge the two lines and add their places.' },
  },
  // Roster
  file_not_workbook: {
    status: 422,
    zh: {
      reason: '这个文件不是能读取的 Excel 工作簿。',
      next: '请在 Excel 或 WPS 里另存为“.xlsx”，去掉打开密码，再上传。',
    },
    en: {
      reason: 'This file is not a workbook we can read.',
      next: 'In Excel or WPS save it as .xlsx, without a password, and upload it again.',
    },
  },
  roster_no_header: {
    status: 422,
    zh: { reason: '没有找到表头：至少要有“姓名”“身份证号”“手机号”三列。', next: '请检查表头那一行的名称后再上传。' },
    en: {
      reason: 'No header row was found: 姓名, 身份证号 and 手机号 are needed at least.',
      next: 'Check the header row and upload again.',
    },
  },
  roster_empty: {
    status: 422,
    zh: { reason: '表头下面没有人员。', next: '请检查是否选对了文件和工作表。' },
    en: { reason: 'There is nobody below the header row.', next: 'Check that this is the right file and sheet.' },
  },
  roster_too_long: {
    status: 422,
    zh: { reason: '一次最多导入 {limit} 人，这个文件有 {rows} 人。', next: '请拆成几个文件分别导入。' },
    en: { reason: 'At most {limit} people at a time; this file has {rows}.', next: 'Split it into several files.' },
  },
  import_decided_already: {
    status: 409,
    zh: { reason: '这次导入已经确认或放弃。', next: '需要时请重新上传文件。' },
    en: { reason: 'This import was already agreed to or discarded.', next: 'Upload the file again if you need to.' },
  },
  import_outdated: {
    status: 409,
    zh: { reason: '预览之后，名册里的同一人有了变化，没有导入任何人。', next: '请重新上传文件，查看新的预览。' },
    en: {
      reason: 'The register has changed for somebody in this file since the preview. Nobody was imported.',
      next: 'Upload the file again to see a new preview.',
    },
  },
  import_nothing_to_add: {
    status: 422,
    zh: { reason: '没有可以导入的人。', next: '请改正标出的行后重新上传。' },
    en: { reason: 'There is nobody to import.', next: 'Correct the rows marked and upload again.' },
  },
  // Ledger and figures
  span_invalid: {
    status: 422,
    zh: { reason: '开始日期晚于结束日期。', next: '请调整日期范围。' },
    en: { reason: 'The span ends before it starts.', next: 'Change the dates.' },
  },
});

export type RefusalCode = keyof typeof refusals;
/** Facts that fill a refusal's sentence; already in the reader's words. */
export type RefusalFacts = Readonly<Record<string, string | number>>;
