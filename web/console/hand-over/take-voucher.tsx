import ScanOutlined from '@ant-design/icons/ScanOutlined';
import { Alert, Button, Form, Input } from 'antd';
import { useState } from 'react';
import type { Failure } from '../shell/failure.ts';
import { FailureNotice } from '../shell/states.tsx';
import { useWords } from '../words.ts';
import { type CameraTrouble, Scanner } from './scanner.tsx';
import { words } from './words.ts';

interface TakeVoucherProps {
  scanning: boolean;
  setScanning: (scanning: boolean) => void;
  looking: boolean;
  failure: Failure | null;
  onVoucher: (voucher: string) => void;
}

/** Takes a voucher by camera, or by its typed code. The camera is asked for only when tapped. */
export function TakeVoucher({ scanning, setScanning, looking, failure, onVoucher }: TakeVoucherProps) {
  const t = useWords(words);
  const [trouble, setTrouble] = useState<CameraTrouble | null>(null);
  const start = () => {
    setTrouble(window.isSecureContext ? null : 'camera_insecure');
    setScanning(window.isSecureContext);
  };
  const stop = (why: CameraTrouble) => {
    setTrouble(why);
    setScanning(false);
  };
  return (
    <section className="card counter stack" aria-label={t.title}>
      {scanning && !looking ? (
        <Scanner onRead={onVoucher} onTrouble={stop} onStop={() => setScanning(false)} />
      ) : (
        <Button type="primary" className="big" icon={<ScanOutlined />} loading={looking} onClick={start}>
          {t.scan}
        </Button>
      )}
      {trouble && <Alert type="warning" role="alert" showIcon title={t[trouble]} />}
      <FailureNotice failure={failure} />
      <Typed looking={looking} onVoucher={onVoucher} />
    </section>
  );
}

function Typed({ looking, onVoucher }: { looking: boolean; onVoucher: (voucher: string) => void }) {
  const t = useWords(words);
  return (
    <Form<{ code: string }>
      layout="vertical"
      requiredMark={false}
      size="large"
      validateTrigger="onSubmit"
      onFinish={({ code }) => onVoucher(code.trim())}
    >
      <h2 className="or-type">{t.or_type}</h2>
      <Form.Item
        name="code"
        label={t.code}
        extra={t.code_hint}
        rules={[{ required: true, whitespace: true, message: t.code_missing }]}
      >
        <Input
          className="code-box"
          autoComplete="off"
          autoCapitalize="characters"
          spellCheck={false}
          maxLength={400}
          enterKeyHint="go"
        />
      </Form.Item>
      <Button htmlType="submit" block loading={looking}>
        {t.check}
      </Button>
    </Form>
  );
}
