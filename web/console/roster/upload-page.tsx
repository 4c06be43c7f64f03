import InboxOutlined from '@ant-design/icons/InboxOutlined';
import { Alert, Form, Progress, Upload } from 'antd';
import { useEffect, useState } from 'react';
import { useSend } from '../shell/ask.ts';
import { Page } from '../shell/page.tsx';
import { go } from '../shell/router.tsx';
import { useOfficer } from '../shell/session.tsx';
import { FailureNotice } from '../shell/states.tsx';
import { BranchSelect } from '../shell/unions.tsx';
import { useWords } from '../words.ts';
import { words } from './words.ts';

const xlsx = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';
/** A long roster is read row by row; a slow line takes its time too. */
const patience_ms = 180_000;

export function UploadPage() {
  const t = useWords(words);
  const officer = useOfficer();
  const [unionId, setUnionId] = useState(officer.posts[0]?.union.union_id ?? 0);
  const [file, setFile] = useState<File | null>(null);
  const [notXlsx, setNotXlsx] = useState<string | null>(null);
  const { send, sending, failure } = useSend('POST /api/desk/roster-imports');

  const read = async (chosen: File) => {
    const right = /\.xlsx$/i.test(chosen.name);
    setNotXlsx(right ? null : chosen.name);
    if (!right) return;
    setFile(chosen);
    const preview = await send(
      { query: { union_id: unionId, file_name: chosen.name.slice(-200) }, file: new Blob([chosen], { type: xlsx }) },
      { timeout_ms: patience_ms },
    );
    if (preview) go(`/roster/${preview.import_id}`);
  };

  return (
    <Page title={t.title} about={t.about} narrow>
      <div className="card stack">
        <Form layout="vertical" requiredMark={false}>
          <Form.Item label={t.into} htmlFor="roster-union">
            <BranchSelect
              id="roster-union"
              className="wide"
              aria-label={t.into}
              value={unionId}
              onChange={setUnionId}
              disabled={sending}
            />
          </Form.Item>
        </Form>
        {sending && file ? (
          <Reading file={file} />
        ) : (
          <Upload.Dragger
            accept=".xlsx"
            showUploadList={false}
            multiple={false}
            beforeUpload={(chosen) => {
              void read(chosen);
              return false;
            }}
          >
            <p className="drop-icon">
              <InboxOutlined />
            </p>
            <p>{t.drop}</p>
            <p className="soft">{t.drop_about}</p>
          </Upload.Dragger>
        )}
        {notXlsx !== null && (
          <Alert type="error" role="alert" showIcon title={t.not_xlsx} description={t.not_xlsx_next(notXlsx)} />
        )}
        <FailureNotice failure={failure} {...(file ? { again: () => void read(file) } : {})} />
      </div>
    </Page>
  );
}

const sizeOf = (bytes: number) =>
  bytes < 1_000_000 ? `${Math.ceil(bytes / 1000)} KB` : `${(bytes / 1_000_000).toFixed(1)} MB`;

/** What the wait is for, and that it goes on. */
function Reading({ file }: { file: File }) {
  const t = useWords(words);
  const [seconds, setSeconds] = useState(0);
  useEffect(() => {
    const timer = setInterval(() => setSeconds((n) => n + 1), 1000);
    return () => clearInterval(timer);
  }, []);
  // No one knows how far the reading is; the bar nears its end without reaching it, and the seconds say the truth.
  const guess = Math.round(95 * (1 - Math.exp(-(seconds + 1) / 6)));
  return (
    <div className="reading" role="status">
      <p>{t.reading(file.name)}</p>
      <Progress percent={guess} status="active" showInfo={false} aria-label={t.reading(file.name)} />
      <p className="soft">{t.reading_about(sizeOf(file.size), String(seconds))}</p>
    </div>
  );
}
