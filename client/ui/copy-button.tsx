import { createSignal, onCleanup, splitProps, type JSX } from 'solid-js'
import { announce } from './announcements.ts'
import { Button, type ButtonProps } from './button.tsx'
import { copyText } from './copy-text.ts'

/** Copies a text and says that it did; without children it is an icon with its label. */
export function CopyButton(
  props: { text: string | (() => string); label: string } & Omit<ButtonProps, 'onClick' | 'icon' | 'label'>,
): JSX.Element {
  const [own, rest] = splitProps(props, ['text', 'label', 'children'])
  const [result, setResult] = createSignal<'copied' | 'refused'>()
  let timer: ReturnType<typeof setTimeout> | undefined
  onCleanup(() => clearTimeout(timer))
  const copy = async () => {
    const text = typeof own.text === 'function' ? own.text() : own.text
    const isCopied = await copyText(text)
    setResult(isCopied ? 'copied' : 'refused')
    announce(isCopied ? 'Copied' : 'The browser did not allow copying', { force: true })
    clearTimeout(timer)
    timer = setTimeout(() => setResult(undefined), 2000)
  }
  const icon = () =>
    result() === 'copied'
      ? 'i-lucide-check'
      : result() === 'refused'
        ? 'i-lucide-circle-alert'
        : 'i-lucide-copy'
  return (
    <Button
      {...rest}
      icon={icon()}
      label={own.children === undefined ? own.label : undefined}
      onClick={() => void copy()}
    >
      {own.children}
    </Button>
  )
}
