import { expect, test, type Locator, type Page } from '@playwright/test'
import { demoRows, desk, expectSoundPage, journeysCar, phone, signIn, tick } from './people.ts'

const rowsOf = (page: Page): Locator => page.locator('.k-list-row')

/** The first car whose row says this; the rows may still be loading. */
async function openCar(page: Page, says: string | RegExp): Promise<string> {
  const row = demoRows(page, says).first()
  await expect(row).toBeVisible()
  const plate = (await row.locator('.k-plate').textContent()) ?? ''
  await row.click()
  await expect(page.getByRole('heading', { name: plate })).toBeVisible()
  return plate
}

test('the foreman gives a waiting car to a technician, and it goes to work', async ({ page }) => {
  await signIn(page, 'wss', 'zh-CN', '/workshop')
  await tick(page.getByRole('radio', { name: '待派工' }))
  const plate = await openCar(page, '待派工')
  await expectSoundPage(page)
  await expect(page.getByRole('button', { name: '派工', exact: true })).toHaveAttribute('aria-disabled', 'true')
  const technicians = page.getByRole('combobox', { name: '技师' })
  await technicians.first().selectOption({ index: 1 })
  await page.getByRole('combobox', { name: '工位' }).first().selectOption('B07')
  const labour = await technicians.count()
  if (labour > 1) await page.getByRole('button', { name: '其余同第一项' }).click()
  await page.getByRole('button', { name: `派工 ${String(labour)} 项` }).click()
  await expect(page.getByText(`已派工 ${String(labour)} 项`).first()).toBeVisible()
  await expect(page.getByText('待开工').first()).toBeVisible()
  await expect(rowsOf(page).filter({ hasText: plate })).toHaveCount(0)
  await expectSoundPage(page)
})

/** A technician who has a job and whose clock stands; the demo draws its people by chance. */
async function signInIdle(page: Page): Promise<Locator> {
  for (const login of ['tec', ...Array.from({ length: 19 }, (_, index) => `tec${String(index + 2)}`)]) {
    await page.context().clearCookies()
    await signIn(page, login, 'en', '/my-jobs')
    await expect(page.locator('.my-car').first().or(page.getByText('No job is given to you now'))).toBeVisible()
    const cars = page.locator('.my-car').filter({ hasNotText: journeysCar })
    if ((await cars.count()) > 0 && (await page.getByRole('timer').count()) === 0) return cars.first()
  }
  throw new Error('the demo has no technician with a waiting job')
}

test('a technician starts, pauses with a reason, goes on and finishes, on a phone and in English', async ({ page }) => {
  test.slow()
  await page.setViewportSize(phone)
  const waiting = await signInIdle(page)
  const plate = (await waiting.locator('.k-plate').textContent()) ?? ''
  const car = page.getByRole('article', { name: plate })
  await expectSoundPage(page)
  const job = (await car.locator('.my-job-name').first().textContent()) ?? ''
  const jobs = await car.locator('.my-job').count()
  await car.getByRole('button', { name: 'Start work' }).first().click()
  await expect(car.getByRole('timer')).toHaveText(/00:00:0\d/)
  await expectSoundPage(page)

  await car.getByRole('button', { name: 'Pause' }).click()
  await expectSoundPage(page)
  await page.getByRole('dialog').getByRole('button', { name: 'Waiting for parts' }).click()
  await expect(car.getByText('Paused · Waiting for parts').first()).toBeVisible()
  await expect(page.getByRole('timer')).toHaveCount(0)

  await car.locator('.my-job').filter({ hasText: job }).first().getByRole('button', { name: 'Go on' }).click()
  await car.getByRole('button', { name: 'Finish job' }).click()
  await expect(page.getByRole('dialog').getByText(job)).toBeVisible()
  await page.getByRole('dialog').getByRole('button', { name: 'Finish job' }).click()
  await expect(page.getByText('Job finished').first()).toBeVisible()
  await expect(car.locator('.my-job')).toHaveCount(jobs - 1)
})

test('the inspector sends a car back with the reason, and passes another', async ({ page }) => {
  await page.setViewportSize(desk)
  await signIn(page, 'qci', 'zh-CN', '/workshop')
  await tick(page.getByRole('radio', { name: '质检' }))
  const failed = await openCar(page, '质检')
  const submit = page.getByRole('button', { name: '提交终检' })
  await expect(submit).toHaveAttribute('aria-disabled', 'true')
  await expect(page.locator('.work-deeds').getByText('还有 8 个检验点没有选择。').last()).toBeVisible()
  await expectSoundPage(page)
  const choose = async (group: string, choice: string) => tick(page.getByRole('radiogroup', { name: group }).getByRole('radio', { name: choice, exact: true }))
  await choose('油、水、制动液无渗漏', '不合格')
  await page.getByRole('button', { name: '未选的都合格' }).click()
  await choose('清洁度', 'B')
  await choose('结论', '合格')
  await expect(page.locator('.work-deeds').getByText('还有 1 个检验点不合格，不能判定合格。').last()).toBeVisible()
  await choose('结论', '不合格，返工')
  await page.getByLabel('返工原因').fill('放油螺栓处渗油')
  await expectSoundPage(page)
  await page.getByRole('button', { name: '退回返工' }).click()
  await expect(page.getByText(`${failed} 已退回返工`).first()).toBeVisible()
  await expect(page.getByText('返工原因：放油螺栓处渗油')).toBeVisible()
  await expect(page.getByText('返工 1 次').first()).toBeVisible()

  await expect(demoRows(page, '质检').filter({ hasText: failed })).toHaveCount(0)
  const passed = await openCar(page, '质检')
  await page.getByRole('button', { name: '未选的都合格' }).click()
  await choose('清洁度', 'A')
  await choose('结论', '合格')
  await page.getByRole('button', { name: '签字合格' }).click()
  await expect(page.getByText(`${passed} 终检合格`).first()).toBeVisible()
})

test('the storekeeper scans, issues and takes a part back, on a phone', async ({ page }) => {
  await page.setViewportSize(phone)
  await signIn(page, 'whk', 'zh-CN', '/picking')
  await expectSoundPage(page)
  await openCar(page, '待发')
  await expectSoundPage(page)
  const scan = page.getByLabel('扫描批次标签或配件编号')
  await scan.fill('没有这个标签')
  await scan.press('Enter')
  await expect(page.getByText('「没有这个标签」不在这张领料单')).toBeVisible()

  const first = page.locator('.pick-line').filter({ hasNot: page.locator('.k-tone-warn') }).filter({ has: page.getByRole('button', { name: '发料', exact: true }) }).first()
  const number = (await first.locator('.pick-number').textContent()) ?? ''
  await scan.fill(number.toLowerCase())
  await scan.press('Enter')
  await expect(page.getByText(`已找到 ${number}`)).toBeVisible()
  const line = page.locator('.pick-line[data-scanned]')
  await expect(line.locator('.pick-number')).toHaveText(number)
  await line.getByRole('button', { name: '发料', exact: true }).click()
  await expect(page.getByText('已发料，单号').first()).toBeVisible()

  await expect(async () => { // the line may still be moving to what was issued
    await page.getByRole('button', { name: `${number} 的更多操作` }).last().click()
    await page.getByRole('menuitem', { name: '退料' }).click({ timeout: 2_000 })
  }).toPass()
  const dialog = page.getByRole('dialog')
  await dialog.getByLabel('退料原因').fill('型号不符')
  await expectSoundPage(page)
  await dialog.getByRole('button', { name: '退料', exact: true }).click()
  await expect(page.getByText('已退料，单号').first()).toBeVisible()
})
