import { inThreads, type WrittenLead, type WrittenMail } from '#sandbox/dataset/written.ts'
import { button, gmailQuote, grid, newsletter, normal, outlook, outlookQuote, signature, square } from './parts.ts'

const mail = (subject: string, html: string, more: Partial<WrittenMail> = {}): WrittenMail => ({
  subject,
  text: subject,
  ...more,
  html: () => html,
})

const ruth = { name: 'Ruth Calder', title: 'Head of Planning', company: 'Benign Mail', phone: '+44 20 7946 0118' }
const logo = [{ filename: 'logo.png', size: 12_400, contentType: 'image/png', contentId: '<logo@benign-mail>' }]

/** What people write. */
const letters: readonly WrittenMail[] = [
  mail(
    'Thursday works',
    'Hello Nadia,<br>\n<br>\nThursday at ten works for us. I have booked the small room.<br>\n<br>\nBest<br>\nRuth',
  ),
  mail(
    'Short answer from a phone',
    '<div dir="auto">Yes, please go ahead.</div><div dir="auto"><br></div><div dir="auto">Sent from my phone</div>',
  ),
  mail(
    'Minutes of the meeting',
    '<div dir="ltr"><p>Dear all,</p><p>what we agreed:</p><ol><li>The pilot starts at <b>two</b> sites.</li><li>Training in week 14<ul><li>morning shift</li><li>night shift</li></ul></li><li>Decision by <i>the end of May</i>.</li></ol><p>Regards<br>Ruth</p></div>',
  ),
  mail(
    'With a signature',
    `<div style="font-family:Calibri,sans-serif;font-size:11pt">Dear Nadia,<br><br>please find the signed offer attached.<br></div>${signature(ruth)}`,
    { attachments: [...logo, { filename: 'Offer signed.pdf', size: 340_112, contentType: 'application/pdf' }] },
  ),
  mail(
    'With a picture inside',
    `<p>The new gate, this morning:</p><p><img src="${square('#4a7bb5', 240)}" width="240" height="240" alt="The north gate"></p><p>Looks good, does it not?</p>`,
  ),
  mail(
    'With a picture attached',
    '<p>See the floor plan:</p><p><img src="cid:plan@benign-mail" width="320" height="200" alt="Floor plan"></p>',
    {
      attachments: [
        { filename: 'floor-plan.png', size: 218_733, contentType: 'image/png', contentId: 'plan@benign-mail' },
      ],
    },
  ),
  mail('With a picture sent along', '<p>Our new logo: <img src="cid:mark" alt="mark"></p>', {
    attachments: [
      { filename: 'mark.svg', size: 180, contentType: 'image/svg+xml', contentId: '<mark>', url: square('#b5544a') },
    ],
  }),
  mail(
    'Colours of its own',
    '<div style="background-color:#fff8dc;padding:16px;font-family:\'Comic Sans MS\',cursive"><font color="#8b0000" size="4">Happy birthday, Nadia!</font><p style="color:darkgreen">From all of us at the quay.</p></div>',
  ),
  mail(
    'Plain with marks',
    '<pre style="font-family:monospace">Site        Bookings   Change\n----------  --------   ------\nnorth gate       118      +4%\nsouth quay        97      -1%\n</pre>',
  ),
  mail('A long word', `<p>${'Donaudampfschifffahrtsgesellschaft'.repeat(12)}</p>`),
]

const replies: readonly WrittenMail[] = [
  mail('Re: Price per site', '<div dir="ltr">Then we take all three sites.</div><br>', {
    quoted: [
      gmailQuote(
        'Tue, 3 Mar 2026 at 10:12',
        'Nadia Szymańska &lt;nadia@harbourline.example&gt;',
        '<div dir="ltr">The price is per site, so for three it would be 14,400 a year.</div>',
      ),
    ],
  }),
  mail('Re: Re: Price per site', '<div dir="ltr">Splendid. The contract follows today.</div>', {
    quoted: [
      gmailQuote(
        'Wed, 4 Mar 2026 at 09:00',
        'Ruth Calder',
        `<div dir="ltr">Then we take all three sites.</div>${gmailQuote('Tue, 3 Mar 2026 at 10:12', 'Nadia Szymańska', '<div>The price is per site.</div>')}`,
      ),
    ],
  }),
  mail(
    'RE: ERP connector',
    outlook(
      [
        normal('Hi Nadia,'),
        normal('&nbsp;'),
        normal('IT has opened the port. Please try again.'),
        normal('&nbsp;'),
        normal('Kind regards'),
        normal('Ruth'),
      ].join(''),
    ),
    {
      quoted: [
        outlookQuote(
          { From: 'Nadia Szymańska', Sent: '05 March 2026 14:02', To: 'Ruth Calder', Subject: 'ERP connector' },
          normal('The connector cannot reach your server.'),
        ),
      ],
    },
  ),
  mail(
    'AW: Angebot',
    outlook(
      [
        normal('Guten Tag Frau Szymańska,'),
        normal('vielen Dank für das Angebot. Könnten Sie die Schulung gesondert ausweisen?'),
        normal('Mit freundlichen Grüßen'),
        normal('Jörg Lüßmann'),
      ].join(''),
    ),
    {
      quoted: [
        outlookQuote(
          { Von: 'Nadia Szymańska', Gesendet: 'Donnerstag, 5. März 2026', Betreff: 'Angebot' },
          normal('anbei unser Angebot.'),
        ),
      ],
    },
  ),
  mail(
    'Re: Answers between the lines',
    '<p>See below.</p><blockquote type="cite"><p>How many planners?</p></blockquote><p style="color:#1f5fbf">Twelve, two of them part time.</p><blockquote type="cite"><p>Which sites?</p></blockquote><p style="color:#1f5fbf">North gate and south quay.</p>',
  ),
  mail(
    'Fwd: Invoice 2291',
    `<p>Please pay this one.</p><p>---------- Forwarded message ---------<br>From: <b>Accounts</b> &lt;accounts@harbourline.example&gt;<br>Date: Mon, 2 Mar 2026<br>Subject: Invoice 2291</p>${grid(
      ['Item', 'Sum'],
      [
        ['Seats', '1,200.00'],
        ['Training', '300.00'],
      ],
    )}`,
  ),
]

/** What machines send. */
const automatic: readonly WrittenMail[] = [
  mail(
    'Invoice 2291',
    newsletter('Your invoice', [
      '<h1>Invoice 2291</h1>',
      grid(
        ['Item', 'Quantity', 'Sum'],
        [
          ['Seats', '12', '1,200.00'],
          ['Onboarding', '1', '300.00'],
          ['<b>Total</b>', '', '<b>1,500.00</b>'],
        ],
      ),
      button('Pay the invoice', 'https://billing.harbourline.example/2291', '#0a7d55'),
    ]),
  ),
  mail(
    'Your order has been sent',
    newsletter('On its way', [
      `<img src="${square('#d9822b', 64)}" width="64" height="64" alt="Parcel">`,
      '<h1>On its way</h1><p>Parcel 00340 434 161 094 leaves today.</p>',
      button('Follow the parcel', 'https://track.example/00340'),
      '<p style="font-size:11px;color:#767676">You receive this because you ordered.</p>',
    ]),
  ),
  mail(
    'News from the quay, March',
    newsletter(
      'Three things that changed',
      [
        '<img src="https://images.newsletter.example/header.png" width="552" height="160" alt="Three cranes at dawn" style="display:block">',
        '<h1>Three things that changed</h1><p>The board loads faster, drivers have larger buttons, and exports have time zones.</p>',
        '<table width="100%"><tr><td class="half" width="50%" valign="top"><p><b>Drivers</b><br>One tap instead of three.</p></td><td class="half" width="50%" valign="top"><p><b>Planners</b><br>Drag several bookings at once.</p></td></tr></table>',
        button('Read all', 'https://news.example/march'),
        '<p style="font-size:11px"><a href="https://news.example/unsubscribe">Unsubscribe</a></p><img src="https://pixel.tracker.example/open.gif" width="1" height="1" alt="">',
      ],
      { colour: '#dfe7ef' },
    ),
  ),
  mail(
    'Dark by its own design',
    `<html><head><meta name="color-scheme" content="light dark"><style>:root{color-scheme:light dark} body{background:#10141a;color:#f3f5f7;font:16px/1.5 system-ui} a{color:#8fb0ff} @media (prefers-color-scheme:light){body{background:#f9fafb;color:#111}}</style></head><body style="padding:24px"><h2>Release 4.2</h2><p>Lists keep their place. <a href="https://changes.example/4.2">All changes</a></p></body></html>`,
  ),
  mail(
    'Invitation: demo of the board',
    `<div><table width="100%" style="border:1px solid #dadce0;border-radius:8px"><tr><td style="padding:16px"><h2 style="font:20px Roboto,sans-serif;margin:0">Demo of the board</h2><p>Thursday 12 March 2026 · 10:00 – 10:30 (GMT)</p><p><a href="https://meet.example/abc-defg">meet.example/abc-defg</a></p>${button('Yes', 'https://calendar.example/yes', '#1a73e8')}</td></tr></table></div>`,
  ),
  mail(
    'Out of office',
    '<p>I am away until 16 March and read mail now and then. In urgent cases: <a href="mailto:desk@benign.example">desk@benign.example</a>.</p>',
  ),
  mail(
    'Delivery failed',
    '<p>Your message could not be delivered to <tt>old.address@benign.example</tt>.</p><pre>550 5.1.1 No such user</pre>',
  ),
  mail(
    'Code 418 220',
    newsletter('Your code', [
      '<p>Your code is</p><p style="font:700 32px monospace;letter-spacing:6px;text-align:center">418 220</p><p>It is valid for ten minutes.</p>',
    ]),
  ),
  mail(
    'Background pictures',
    '<table width="100%" background="https://images.newsletter.example/pattern.png" bgcolor="#22313f"><tr><td style="padding:32px;color:#ffffff;background-image:url(https://images.newsletter.example/pattern2.png)"><h2>Harbour festival</h2><p>Saturday from noon, with tours.</p></td></tr></table>',
  ),
  mail(
    'A wide table',
    grid(
      ['Day', ...Array.from({ length: 24 }, (_, i) => `${i} h`)],
      ['Mon', 'Tue', 'Wed'].map((day) => [day, ...Array.from({ length: 24 }, (_, i) => String((i * 7) % 13))]),
    ),
  ),
]

/** Other scripts and directions. */
const languages: readonly WrittenMail[] = [
  mail(
    'הצעת מחיר',
    '<div dir="rtl" style="font-family:Arial">שלום נדיה,<br><br>תודה על ההצעה. נשמח לקבל פירוט עבור <b>12 משתמשים</b> עד יום חמישי.<br><br>בברכה<br>רות</div>',
  ),
  mail(
    'عرض الأسعار',
    '<p>السلام عليكم نادية،</p><p>شكرًا على العرض. نحتاج إلى تفاصيل عن <b>12 مستخدمًا</b> قبل نهاية الشهر.</p><p>مع أطيب التحيات</p>',
  ),
  mail(
    'نشرة الميناء',
    newsletter(
      'أخبار الشهر',
      ['<h1>أخبار الشهر</h1><p>لوحة التخطيط أصبحت أسرع.</p>', button('اقرأ المزيد', 'https://news.example/ar')],
      { dir: 'rtl', lang: 'ar' },
    ),
  ),
  mail(
    'お見積りについて',
    '<p>ナディア様</p><p>お世話になっております。<br>お見積りを拝見しました。<ruby>研修<rt>けんしゅう</rt></ruby>の日程をご相談させてください。</p><p>よろしくお願いいたします。<br>田中</p>',
  ),
  mail(
    '关于报价',
    '<div style="font-family:\'Microsoft YaHei\',sans-serif"><p>您好，</p><p>报价已收到，请问是否可以按季度付款？</p><p>此致<br>敬礼</p></div>',
  ),
  mail(
    'Пропозиція',
    '<p>Доброго дня, Надіє!</p><p>Дякуємо за пропозицію. Чи можна додати ще два місця?</p><p>З повагою<br>Оксана</p>',
  ),
  mail(
    'Devis',
    '<p>Bonjour Nadia,</p><p>Merci pour le devis nº&nbsp;42. Nous aimerions commencer à <em>Nantes</em> : est-ce possible dès avril&nbsp;?</p><p>Bien cordialement,<br>Élise</p>',
  ),
  mail(
    'Presupuesto',
    '<p>Buenos días, Nadia:</p><p>¿Podría enviarnos el presupuesto con el IVA desglosado? ¡Muchas gracias!</p><p>Un saludo,<br>Iñaki</p>',
  ),
  mail('Προσφορά', '<p>Καλημέρα Νάντια,</p><p>Ευχαριστούμε για την προσφορά. Θα απαντήσουμε έως την Παρασκευή.</p>'),
  mail('योजना बोर्ड', '<p>नमस्ते नादिया,</p><p>डेमो अच्छा लगा। क्या हम अगले सप्ताह शुरू कर सकते हैं?</p>'),
  mail(
    'Both directions',
    '<p>English first, then <span dir="rtl">עברית בתוך המשפט</span>, then English.</p><p dir="rtl">פסקה בעברית עם Harbourline 4.2 באמצע.</p>',
  ),
]

/** Ordinary mail, which must look as it was meant to. */
export const benignLead: WrittenLead = {
  name: 'Benign Mail Test Co',
  domain: 'benign-mail',
  threads: [
    ...inThreads('Letters', letters),
    ...inThreads('Replies', replies),
    ...inThreads('Automatic mail', automatic),
    ...inThreads('Languages', languages),
  ],
  notes: [
    {
      subject: '',
      text: 'Wants the annual quote',
      html: () =>
        '<body><p>Wants the <strong>annual</strong> quote</p><ul><li>12 planners</li><li>two sites</li></ul></body>',
    },
    {
      subject: '',
      text: 'See https://harbourline.example/',
      html: () => '<body><p>See <a href="https://harbourline.example/">https://harbourline.example/</a></p></body>',
    },
  ],
}
