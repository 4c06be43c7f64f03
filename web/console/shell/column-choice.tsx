import SettingOutlined from '@ant-design/icons/SettingOutlined';
import { Button, Checkbox, Popover } from 'antd';
import { common, useWords } from '../words.ts';

interface ColumnChoiceProps {
  options: { value: string; label: string }[];
  chosen: string[];
  onChange: (chosen: string[]) => void;
}

/** Which columns to see. */
export function ColumnChoice({ options, chosen, onChange }: ColumnChoiceProps) {
  const t = useWords(common);
  return (
    <Popover
      trigger="click"
      placement="bottomRight"
      content={<Checkbox.Group className="column-choice" options={options} value={chosen} onChange={onChange} />}
    >
      <Button icon={<SettingOutlined />}>{t.columns}</Button>
    </Popover>
  );
}
